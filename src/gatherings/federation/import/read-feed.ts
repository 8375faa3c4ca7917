import { accepted, refused, type Result } from "../../../kernel/base/result.ts";
import type { Egress, FetchFailure, MediaType } from "../../../kernel/federation/egress/egress.ts";
import { readFeedAddress, type FeedRefusal } from "../../model/import/feed-address.ts";

/** What a calendar may call itself (RFC 5545, section 8.1); files that lie in a forge are plain text. */
const calendarTypes: readonly MediaType[] = [{ type: "text/calendar" }, { type: "text/plain" }];

/**
 * Reads calendars at addresses that people give, by the guarded way that all requests to other servers take. The text is not looked at;
 * what it is worth is for whoever reads it.
 */
export function feedReader(egress: Egress): (address: string) => Promise<Result<string, FeedRefusal>> {
  return async (typed) => {
    const address = readFeedAddress(typed);
    if (!address.ok) return address;
    const answer = await egress.fetch({ url: address.value, accepts: calendarTypes });
    if (!answer.ok) return refused({ kind: kindOf(answer.refusal) });
    const { status, body } = answer.value;
    if (status === 404 || status === 410) return refused({ kind: "feed-not-there" });
    if (status === 401 || status === 403) return refused({ kind: "feed-not-open" });
    if (status < 200 || status >= 300) return refused({ kind: "feed-unreachable" });
    return accepted(new TextDecoder().decode(body));
  };
}

function kindOf({ kind }: FetchFailure): FeedRefusal["kind"] {
  switch (kind) {
    case "refused":
      return "feed-not-allowed";
    case "too-large":
      return "feed-too-large";
    case "wrong-type":
      return "feed-no-calendar";
    case "unreachable":
    case "timed-out":
      return "feed-unreachable";
    default:
      return kind satisfies never;
  }
}
