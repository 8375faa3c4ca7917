import { randomInt } from "node:crypto";
import { instantFromHttpDate } from "../signatures/http-date.ts";

/** What became of one attempt to deliver. */
export type Outcome =
  /** The other server took it. */
  | { readonly kind: "taken" }
  /** Nothing was sent: this server has nothing to do with that host any more. */
  | { readonly kind: "withheld" }
  /** It will never take it. `gone`: the recipient is no more (410). */
  | { readonly kind: "refused"; readonly why: string; readonly isGone: boolean }
  /** Perhaps later. `isHostDown`: nothing else will get through to that host either. */
  | {
      readonly kind: "later";
      readonly why: string;
      readonly isHostDown: boolean;
      readonly after: Temporal.Duration | undefined;
    };

const FIRST_WAIT_SECONDS = 60;
const LONGEST_WAIT_SECONDS = 12 * 3600;
const LONGEST_ASKED_SECONDS = 6 * 3600;

/** What a status means for a delivery. As Mastodon has it, 4xx is for good but for those that say "not now" or "not so signed". */
export function outcomeOfStatus(status: number, retryAfter: string | undefined, now: Temporal.Instant): Outcome {
  if (status >= 200 && status < 300) return { kind: "taken" };
  const why = `HTTP ${status}`;
  if (status === 410) return { kind: "refused", why, isGone: true };
  const isForNow = [401, 408, 425, 429].includes(status);
  if (status >= 400 && status < 500 && !isForNow) return { kind: "refused", why, isGone: false };
  return { kind: "later", why, isHostDown: status >= 500, after: askedWait(retryAfter, now) };
}

/** How long to wait after attempt `attempt`: a minute, then twice as long each time up to half a day, give or take a fifth. */
export function waitAfter(attempt: number): Temporal.Duration {
  const seconds = Math.min(FIRST_WAIT_SECONDS * 2 ** (attempt - 1), LONGEST_WAIT_SECONDS);
  return Temporal.Duration.from({ milliseconds: seconds * 800 + randomInt(seconds * 400) });
}

/** Retry-After (RFC 9110, section 10.2.3), in seconds or as a date; never more than six hours. */
function askedWait(text: string | undefined, now: Temporal.Instant): Temporal.Duration | undefined {
  if (text === undefined) return undefined;
  const date = instantFromHttpDate(text);
  const seconds =
    date === undefined ? Number(/^\d{1,9}$/.exec(text)?.[0] ?? Number.NaN) : now.until(date).total("seconds");
  if (!(seconds > 0)) return undefined;
  return Temporal.Duration.from({ seconds: Math.ceil(Math.min(seconds, LONGEST_ASKED_SECONDS)) });
}
