import { accepted, refused, type Result } from "../../kernel/base/result.ts";
import type { CommandContext } from "../../kernel/commands/command.ts";
import { pollOfGathering, type SchedulingPoll } from "../store/polls.read.ts";
import type { StandingRefusal } from "./standing.ts";

/** Why an answer to a scheduling poll is not taken. */
export type PollRefusal =
  | StandingRefusal
  | { readonly kind: "no-poll" }
  | { readonly kind: "poll-closed"; readonly closedAt: string }
  | { readonly kind: "unknown-slot" };

/**
 * The gathering's poll, if it took answers when this one arrived.
 *
 * The closing time decides, not whether the closing job has run or when the answer is acted on: a late worker changes no result.
 */
export async function openPollOf(
  context: CommandContext,
  gatheringId: string,
): Promise<Result<SchedulingPoll, PollRefusal>> {
  const poll = await pollOfGathering(context.db, gatheringId);
  if (poll === undefined) return refused({ kind: "no-poll" });
  const closedAt = poll.closedAt ?? poll.closesAt;
  if (Temporal.Instant.compare(context.arrivedAt, closedAt) >= 0) {
    return refused({ kind: "poll-closed", closedAt: closedAt.toString() });
  }
  return accepted(poll);
}
