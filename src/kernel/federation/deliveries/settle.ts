import type { Application } from "../../application.ts";
import { microsecondsFromInstant } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import type { SignatureScheme } from "../signatures/sign-request.ts";
import type { ClaimedDelivery } from "./claim-deliveries.ts";
import { deliveryTables } from "./deliveries.tables.ts";
import { waitAfter, type Outcome } from "./outcome.ts";

const LONGEST = Temporal.Duration.from({ hours: 7 * 24 });
/** After so many failures in a row a host is left alone, for half an hour at first. */
const FAILURES = 5;
const FIRST_CLOSED_SECONDS = 30 * 60;
const LONGEST_CLOSED_SECONDS = 6 * 3600;

/** So long outcomes are gathered, so that many share one commit. Whatever a crash loses of them is delivered once more. */
const GATHER_MS = 20;
const TOGETHER = 200;

/** What became of one delivery. */
export interface Settled {
  readonly claimed: ClaimedDelivery;
  readonly outcome: Outcome;
  readonly scheme: SignatureScheme;
}

/** Writes down what became of a delivery, and settles when that is durable. */
export type Settle = (settled: Settled) => Promise<void>;

/** A delivery goes when it was taken or withheld, waits when it may be later, and stays as a dead letter otherwise. */
export function createSettle(application: Application): Settle {
  const waiting: { readonly settled: Settled; readonly done: () => void; readonly failed: (cause: unknown) => void }[] =
    [];
  let writing: Promise<void> | undefined;

  const writeAll = async () => {
    await new Promise<void>((resolve) => setTimeout(resolve, GATHER_MS));
    while (waiting.length > 0) {
      const together = waiting.splice(0, TOGETHER);
      try {
        await settleTogether(
          application,
          together.map(({ settled }) => settled),
        );
        for (const { done } of together) done();
      } catch (cause) {
        for (const { failed } of together) failed(cause);
      }
    }
    writing = undefined;
  };

  return (settled) =>
    new Promise<void>((done, failed) => {
      waiting.push({ settled, done, failed });
      writing ??= writeAll();
    });
}

function settleTogether(application: Application, together: readonly Settled[]): Promise<void> {
  return application.database.write(async (transaction) => {
    for (const settled of together) await noteHost(application, transaction, settled);
    const over = together.filter(({ outcome }) => outcome.kind === "taken" || outcome.kind === "withheld");
    for (const [leasedUntil, ids] of byLease(over)) {
      await deliveryTables(transaction)
        .deleteFrom("deliveries")
        .where("id", "in", ids)
        .where("leased_until", "=", leasedUntil)
        .execute();
    }
    for (const { claimed, outcome } of together) {
      if (outcome.kind === "later" || outcome.kind === "refused")
        await keepForLater(application, transaction, claimed, outcome);
    }
  });
}

/** The lease is part of what is written, so that nobody ends what is another's by now. */
function byLease(over: readonly Settled[]): ReadonlyMap<number, readonly string[]> {
  const ids = new Map<number, string[]>();
  for (const { claimed } of over) ids.set(claimed.leasedUntil, [...(ids.get(claimed.leasedUntil) ?? []), claimed.id]);
  return ids;
}

async function keepForLater(
  application: Application,
  transaction: Database,
  claimed: ClaimedDelivery,
  outcome: Extract<Outcome, { readonly kind: "later" | "refused" }>,
): Promise<void> {
  const now = application.clock();
  const due = now.add((outcome.kind === "later" ? outcome.after : undefined) ?? waitAfter(claimed.attempt));
  const isOver = outcome.kind === "refused" || Temporal.Instant.compare(due, claimed.createdAt.add(LONGEST)) > 0;
  await deliveryTables(transaction)
    .updateTable("deliveries")
    .set({
      due_at: microsecondsFromInstant(due),
      leased_until: null,
      holder: null,
      last_error: outcome.why.slice(0, 500),
      given_up_at: isOver ? microsecondsFromInstant(now) : null,
    })
    .where("id", "=", claimed.id)
    .where("leased_until", "=", claimed.leasedUntil)
    .execute();
}

/** A host is remembered while it fails, or wants another signature; else nothing is written, which is the usual case. */
async function noteHost(
  application: Application,
  transaction: Database,
  { claimed, outcome, scheme }: Settled,
): Promise<void> {
  if (outcome.kind === "withheld") return;
  const isDown = outcome.kind === "later" && outcome.isHostDown;
  if (!isDown && claimed.failures === 0 && claimed.scheme === scheme) return;
  const failures = isDown ? claimed.failures + 1 : 0;
  const seconds =
    failures < FAILURES ? 0 : Math.min(FIRST_CLOSED_SECONDS * 2 ** (failures - FAILURES), LONGEST_CLOSED_SECONDS);
  const now = application.clock();
  const changing = {
    failures,
    closed_until: microsecondsFromInstant(now.add({ seconds })),
    scheme,
    updated_at: microsecondsFromInstant(now),
  };
  await deliveryTables(transaction)
    .insertInto("delivery_hosts")
    .values({ host: claimed.host, ...changing })
    .onConflict((conflict) => conflict.column("host").doUpdateSet(changing))
    .execute();
}
