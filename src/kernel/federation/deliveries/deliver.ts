import type { FederatedPeople, FederationReport } from "../federation-options.ts";
import { untilWritten } from "../../database/until-written.ts";
import type { LocalActors } from "../local-actors.ts";
import { createAttempt, type AttemptOptions } from "./attempt.ts";
import { claimDeliveries, type ClaimedDelivery } from "./claim-deliveries.ts";
import { createSettle } from "./settle.ts";

const POLL_MS = 500;
/** So long the loop waits for more places to become free before it looks for deliveries again. */
const GATHER_MS = 10;
/** So many are begun in a row; then whoever is at the door comes in first. */
const STARTED_TOGETHER = 24;
const FOLLOWERS_PER_PAGE = 500;
/** Whoever has not answered by then is slow, and no longer counts among those who are answered soon. */
const SOON_MS = 300;

/** What delivering needs. */
export interface DeliverOptions extends AttemptOptions {
  readonly localActors: LocalActors;
  readonly people: Pick<FederatedPeople, "forgetFollowers" | "isBlocked">;
  readonly report: Pick<FederationReport, "failed">;
  readonly limits?: Partial<DeliveryLimits>;
}

/** How many deliveries are under way at once in this process. */
export interface DeliveryLimits {
  /** Those that are answered soon; default 128. */
  readonly atOnce: number;
  /** All, those to slow hosts included; default 1,024. */
  readonly all: number;
  /** To one host; default 4. */
  readonly perHost: number;
}

/** Works off deliveries. */
export interface Deliverer {
  /** Until the signal; settles when what is under way has ended. */
  listen(signal: AbortSignal): Promise<void>;
  /** Delivers what is due now, once, and says how many attempts that were. */
  pump(): Promise<number>;
  /** Says that there is something new to deliver. */
  wake(): void;
}

/**
 * Delivers, several hosts at a time. A host that hangs keeps a place of its own kind and not one of those that the others share:
 * a tenth of all servers may be silent, and the rest is delivered as fast.
 */
export function createDeliverer(options: DeliverOptions): Deliverer {
  const { application } = options;
  const limits: DeliveryLimits = { atOnce: 128, all: 1024, perHost: 4, ...options.limits };
  const attempt = createAttempt(options);
  const settle = createSettle(application);
  let listening: AbortSignal | undefined;
  const underWay = new Map<string, number>();
  let soon = 0;
  let all = 0;
  let wake: () => void = () => {};

  const underWayWith = (claimed: ClaimedDelivery) => {
    let isSlow = false;
    const count = (by: number) => {
      all += by;
      if (!isSlow) soon += by;
      const left = (underWay.get(claimed.host) ?? 0) + by;
      if (left > 0) underWay.set(claimed.host, left);
      else underWay.delete(claimed.host);
    };
    count(1);
    const timer = setTimeout(() => {
      isSlow = true;
      soon -= 1;
      wake();
    }, SOON_MS);
    return () => {
      clearTimeout(timer);
      count(-1);
      wake();
    };
  };

  const attempted = async (claimed: ClaimedDelivery) => {
    const ended = underWayWith(claimed);
    try {
      return await attempt(claimed);
    } finally {
      ended();
    }
  };

  const deliver = async (claimed: ClaimedDelivery): Promise<void> => {
    try {
      const { outcome, scheme, sender } = await attempted(claimed);
      const isGone = outcome.kind === "refused" && outcome.isGone;
      if (isGone && sender !== undefined) await forget(options, sender, claimed.address);
      // What became of it is written as soon as the engine can: else it would be delivered again when its lease ends.
      await untilWritten(() => settle({ claimed, outcome, scheme }), listening);
    } catch (cause) {
      // Its lease ends by itself, and it is tried again.
      options.report.failed({ doing: "delivering", id: claimed.activity }, cause);
    }
  };

  const claim = (): Promise<readonly ClaimedDelivery[]> => {
    const most = Math.min(limits.atOnce - soon, limits.all - all);
    if (most <= 0) return Promise.resolve([]);
    return claimDeliveries(application, { most, perHost: limits.perHost, underWay });
  };

  return {
    wake: () => wake(),
    pump: async () => {
      const claimed = await claim();
      await Promise.all(claimed.map(deliver));
      return claimed.length;
    },
    listen: async (signal) => {
      listening = signal;
      const inHand = new Set<Promise<void>>();
      while (!signal.aborted) {
        const called = new Promise<void>((resolve) => (wake = resolve));
        const claimed = await claim().catch((cause: unknown) => {
          options.report.failed({ doing: "looking for deliveries", id: "" }, cause);
          return [];
        });
        for (const [place, one] of claimed.entries()) {
          if (place % STARTED_TOGETHER === 0) await turnOfTheLoop();
          const delivery: Promise<void> = deliver(one).finally(() => inHand.delete(delivery));
          inHand.add(delivery);
        }
        // Places that become free together are filled together.
        await pause(called, signal);
      }
      await Promise.all(inHand);
    },
  };
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Until something happens, or for half a second: other processes say things without a word to us. */
async function pause(called: Promise<void>, signal: AbortSignal): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, POLL_MS);
  const end = () => resolve();
  signal.addEventListener("abort", end);
  await Promise.race([promise, called]);
  clearTimeout(timer);
  signal.removeEventListener("abort", end);
  await new Promise<void>((next) => setTimeout(next, GATHER_MS));
}

/** 410: whoever has this inbox, or is this actor, follows the sender no more. */
async function forget({ localActors, people }: DeliverOptions, sender: string, address: string): Promise<void> {
  const gone: string[] = [];
  let after = "";
  for (;;) {
    const page = await localActors.followers(sender, { after, limit: FOLLOWERS_PER_PAGE });
    for (const { uri, inbox, sharedInbox } of page) {
      if (uri === address || (sharedInbox ?? inbox) === address) gone.push(uri);
    }
    const last = page.at(-1);
    if (last === undefined || page.length < FOLLOWERS_PER_PAGE) break;
    after = last.uri;
  }
  if (gone.length > 0) await people.forgetFollowers(sender, gone);
}
