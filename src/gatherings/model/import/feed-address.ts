import { accepted, refused, type Result } from "../../../kernel/base/result.ts";

/** Why the calendar at an address cannot be read. */
export interface FeedRefusal {
  readonly kind:
    | "not-a-feed-address"
    | "feed-not-allowed"
    | "feed-not-there"
    | "feed-not-open"
    | "feed-no-calendar"
    | "feed-too-large"
    | "feed-unreachable";
}

const longestAddress = 1000;

/**
 * The address of a calendar that can be subscribed to, or the refusal `not-a-feed-address`. By https alone, which `webcal:` stands for, but
 * for one on the loopback, as in trials: it may hold a secret, and what comes back must not be changed on the way.
 *
 * `readFeedAddress(" webcal://circle.example/all.ics ")` gives `https://circle.example/all.ics`.
 */
export function readFeedAddress(typed: string): Result<string, FeedRefusal> {
  const url = URL.parse(typed.trim().replace(/^webcals?:/i, "https:"));
  if (url === null || url.username !== "" || url.password !== "" || url.href.length > longestAddress) {
    return refused({ kind: "not-a-feed-address" });
  }
  const isLoopback = url.protocol === "http:" && /^127(\.\d+){3}$/.test(url.hostname);
  if (url.protocol !== "https:" && !isLoopback) return refused({ kind: "not-a-feed-address" });
  url.hash = "";
  return accepted(url.href);
}
