import { lookup as lookUpAddresses } from "node:dns/promises";
import { refused, type Result } from "../../base/result.ts";
import type { Clock } from "../../base/time.ts";
import { boundedMap } from "../bounded-map.ts";
import { TooLarge, UnknownEncoding } from "./body-reader.ts";
import type { Egress, Errand, Fetched, FetchFailure } from "./egress.ts";
import { openConnections } from "./exchange.ts";
import { follow, type Way } from "./follow.ts";
import { pinnedLookup, PrivateAddress, type Resolve, type ResolvedAddress } from "./pinned-lookup.ts";
import type { EgressPolicy } from "./target.ts";

const DEADLINE_MS = 10_000;
const MOST_BYTES = 1024 * 1024;
const REMEMBERED_FAILURES = 2000;
const FAILURE_LASTS = Temporal.Duration.from({ minutes: 1 });

/** How requests to the outside are made. */
export interface EgressOptions {
  /** Where this server itself is found; plain http goes out only from a server that is itself reached by it. */
  readonly origin: URL;
  readonly clock: Clock;
  /** Said to others in User-Agent. */
  readonly version: string;
  /** Default: the resolver of the machine. */
  readonly resolve?: Resolve;
  /** Lets requests go to private addresses and any port, for tests and trials; refused unless `origin` is itself a loopback host. */
  readonly reachesPrivateAddresses?: boolean;
  /** Ports besides 80 and 443. */
  readonly morePorts?: readonly number[];
  /** The whole errand with its redirects, in milliseconds; default 10,000. */
  readonly deadlineMs?: number;
  /** Of a body, packed or unpacked; default 1 MiB. */
  readonly maxBytes?: number;
  /** Hosts with which the operator has nothing to do, asked anew for each hop; default none. */
  readonly isShutOut?: (host: string) => Promise<boolean>;
}

/** An open {@link Egress}. A resource: whoever opened it closes it. */
export interface OpenEgress extends Egress {
  close(): void;
}

/**
 * The guard through which every request to another server goes: public addresses only, and the address that was checked is
 * the one that is connected to; http(s) only, usual ports only; at most five redirects, each checked like the first; one
 * deadline and one size for the whole; only the media type that was asked for; nothing of a host that is blocked here. What failed is not tried again for a minute.
 *
 * @throws Error when private addresses are asked for by a server that is not itself on the loopback
 */
export function createEgress(options: EgressOptions): OpenEgress {
  const policy = policyFrom(options);
  const connections = openConnections(pinnedLookup(options.resolve ?? resolveByMachine, policy.allowsPrivateAddresses));
  const failures = boundedMap<string, { readonly failure: FetchFailure; readonly until: Temporal.Instant }>(
    REMEMBERED_FAILURES,
  );
  const { exchange } = connections;
  const agent = `Koinon/${options.version} (+${options.origin.href})`;
  const isShutOut = options.isShutOut ?? (async () => false);
  const way: Way = { policy, exchange, maxBytes: options.maxBytes ?? MOST_BYTES, agent, isShutOut };
  return {
    fetch: async (errand) => {
      if ((errand.method ?? "GET") !== "GET") return followWithin(options.deadlineMs ?? DEADLINE_MS, way, errand);
      const known = failures.get(errand.url);
      if (known !== undefined && Temporal.Instant.compare(options.clock(), known.until) < 0)
        return refused(known.failure);
      const answer = await followWithin(options.deadlineMs ?? DEADLINE_MS, way, errand);
      if (!answer.ok) failures.set(errand.url, { failure: answer.refusal, until: options.clock().add(FAILURE_LASTS) });
      return answer;
    },
    close: () => connections.close(),
  };
}

function policyFrom(options: EgressOptions): EgressPolicy {
  const isPrivate = options.reachesPrivateAddresses === true;
  if (isPrivate && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(options.origin.hostname)) {
    throw new Error(`a server at ${options.origin.host} may not be told to reach private addresses`);
  }
  return {
    allowsHttp: options.origin.protocol === "http:",
    allowsPrivateAddresses: isPrivate,
    morePorts: isPrivate ? "any" : (options.morePorts ?? []),
  };
}

async function followWithin(deadlineMs: number, way: Way, errand: Errand): Promise<Result<Fetched, FetchFailure>> {
  const signal = AbortSignal.timeout(deadlineMs);
  try {
    return await follow(way, errand, signal);
  } catch (cause) {
    return refused(failureFrom(cause, signal, deadlineMs));
  }
}

function failureFrom(cause: unknown, signal: AbortSignal, deadlineMs: number): FetchFailure {
  const detail = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof TooLarge) return { kind: "too-large", detail, mayRetry: false };
  if (cause instanceof UnknownEncoding) return { kind: "wrong-type", detail, mayRetry: false };
  if (cause instanceof PrivateAddress) return { kind: "refused", detail, mayRetry: false };
  if (signal.aborted) return { kind: "timed-out", detail: `no answer within ${deadlineMs} ms`, mayRetry: true };
  return { kind: "unreachable", detail, mayRetry: true };
}

async function resolveByMachine(name: string): Promise<readonly ResolvedAddress[]> {
  const found = await lookUpAddresses(name, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}
