import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Egress, Fetched, FetchFailure, MediaType } from "../../../kernel/federation/egress/egress.ts";
import { readStrictJson } from "../../../kernel/federation/inbox/strict-json.ts";
import { everythingAllowed, mayAsk, readRobots, type RobotsRules } from "../../model/look-up/robots.ts";

/** One look asks a host so often at most, redirects included. */
export const mostRequests = 12;
/** After so long no further request of a look is begun; one that is under way has its own deadline. */
const TIME_FOR_ALL_MS = 15_000;
const REDIRECTS = 3;

/** By this name `robots.txt` speaks to this program; it stands in User-Agent as well. */
const ourName = "koinon";

/**
 * What came of one request: `nothing` is there, or nothing of use; `unreadable` is what is too large; `away`: nobody answers; `elsewhere`:
 * it leads to another host; `disallowed`: the place does not want to be asked for it.
 */
export type Answer =
  | { readonly kind: "got"; readonly url: string; readonly text: string; readonly headers: Fetched["headers"] }
  | { readonly kind: "nothing" | "unreadable" | "away" | "elsewhere" | "disallowed" };

/** The requests of one look at one host. */
export interface Asking {
  get(path: string, accepts: readonly MediaType[]): Promise<Answer>;
  /** As {@link Asking.get}, for JSON; undefined for whatever is none. Addresses of other hosts are not asked for. */
  json(path: string): Promise<{ readonly json: Json; readonly url: string } | undefined>;
  /** From now on what this `robots.txt` disallows is not asked for; says whether any of these paths is left. */
  obey(text: string, paths: readonly string[]): boolean;
  /** An address as the host itself has it; undefined for what is another host's, or no address. */
  own(address: string | undefined): string | undefined;
  /** Whether the host was found not to answer: then it is not asked any further. */
  isAway(): boolean;
  /** The first other host that it led to. */
  leadsTo(): string | undefined;
}

/** Begins a look at the host of this origin; `elapsedMs` is any clock that goes on while one waits. */
export function openAsking(egress: Egress, origin: string, elapsedMs: () => number): Asking {
  const endsAt = elapsedMs() + TIME_FOR_ALL_MS;
  let rules: RobotsRules = everythingAllowed;
  let requests = 0;
  let away = false;
  let elsewhere: string | undefined;

  const send = async (url: string, accepts: readonly MediaType[]) => {
    requests += 1;
    return egress.fetch({ url, accepts, redirects: "told" });
  };

  const leadTo = (location: string): Answer => {
    elsewhere ??= URL.parse(location)?.hostname;
    return { kind: "elsewhere" };
  };

  const get: Asking["get"] = async (path, accepts) => {
    let next = URL.parse(path, origin);
    for (let hop = 0; hop <= REDIRECTS; hop++) {
      if (next === null) return { kind: "nothing" };
      if (next.origin !== origin) return leadTo(next.href);
      if (away || requests >= mostRequests || elapsedMs() > endsAt) return { kind: "away" };
      if (!mayAsk(rules, next.pathname)) return { kind: "disallowed" };
      const fetched = await send(next.href, accepts);
      if (!fetched.ok) {
        const kind = kindOf(fetched.refusal);
        away ||= kind === "away";
        return { kind };
      }
      const { status, headers, body } = fetched.value;
      away ||= isInTrouble(status);
      const location = status >= 300 && status < 400 ? headers["location"] : undefined;
      if (location === undefined) return answered(next.href, status, headers, body);
      next = URL.parse(location, next);
    }
    return { kind: "nothing" };
  };

  const json: Asking["json"] = async (path) => {
    const answer = await get(path, [{ type: "application/json" }]);
    if (answer.kind !== "got") return undefined;
    const read = readStrictJson(answer.text);
    return read.ok ? { json: read.value, url: answer.url } : undefined;
  };

  return {
    get,
    json,
    obey: (text, paths) => {
      rules = readRobots(text, ourName);
      return paths.some((path) => mayAsk(rules, path));
    },
    own: (address) => {
      const url = address === undefined ? null : URL.parse(address, origin);
      return url?.origin === origin ? url.href : undefined;
    },
    isAway: () => away || elapsedMs() > endsAt,
    leadsTo: () => elsewhere,
  };
}

function answered(url: string, status: number, headers: Fetched["headers"], body: Uint8Array): Answer {
  if (isInTrouble(status)) return { kind: "away" };
  if (status !== 200) return { kind: "nothing" };
  return { kind: "got", url, text: Buffer.from(body).toString("utf8"), headers };
}

/** Whoever answers so is better left alone for now. */
function isInTrouble(status: number): boolean {
  return status === 429 || status >= 500;
}

/** What our guards refuse (a private address, a port) cannot be reached either. */
function kindOf({ kind }: FetchFailure): "nothing" | "unreadable" | "away" {
  switch (kind) {
    case "wrong-type":
      return "nothing";
    case "too-large":
      return "unreadable";
    case "refused":
    case "unreachable":
    case "timed-out":
      return "away";
    default:
      return kind satisfies never;
  }
}
