import type { Id } from "../../kernel/base/ids.ts";
import { accepted, refused } from "../../kernel/base/result.ts";
import type { Result } from "../../kernel/base/result.ts";

/** One gathering, from idea to minutes. */
export type GatheringId = Id<"gathering">;
/** One candidate time of a scheduling poll. */
export type SlotId = Id<"slot">;
/** One chosen time at which a gathering is held; it has one, two or three. */
export type SessionId = Id<"session">;
/** One scheduling poll of a gathering. */
export type SchedulingPollId = Id<"scheduling-poll">;
/** One poll as it goes out to the fediverse, with options that never change once sent. */
export type NativePollId = Id<"native-poll">;
/** Somebody with an account here; the accounts capability makes these ids. */
export type PersonId = Id<"person">;

/** Where a gathering stands in its life. `minuted` means that its minutes are published. */
export type GatheringState = "idea" | "asking-when" | "date-set" | "held" | "minuted" | "cancelled";

/** What a gathering asks of those who reply to it: to join the interest list, or whether they come. */
export type GatheringQuestion = "interest" | "rsvp";

/** A move from one state to another that the life of a gathering does not know. */
export interface GatheringCannotMove {
  readonly kind: "gathering-cannot-move";
  readonly from: GatheringState;
  readonly to: GatheringState;
}

// A date may be set without a poll, and a poll may be taken back or asked anew. What was cancelled stays so: calendars have
// dropped it and people were told; whoever wants it back announces a new gathering.
const movesFrom: Readonly<Record<GatheringState, readonly GatheringState[]>> = {
  idea: ["asking-when", "date-set", "cancelled"],
  "asking-when": ["idea", "date-set", "cancelled"],
  "date-set": ["asking-when", "held", "cancelled"],
  held: ["minuted"],
  minuted: [],
  cancelled: [],
};

/** Whether a gathering may go from one state to the other; `canMove("idea", "held")` is false. */
export function canMove(from: GatheringState, to: GatheringState): boolean {
  return movesFrom[from].includes(to);
}

/**
 * The state after a move, or the refusal `gathering-cannot-move`.
 *
 * `moveGathering("asking-when", "date-set")` gives `date-set`.
 */
export function moveGathering(from: GatheringState, to: GatheringState): Result<GatheringState, GatheringCannotMove> {
  if (!canMove(from, to)) return refused({ kind: "gathering-cannot-move", from, to });
  return accepted(to);
}

/** What a gathering in this state asks, or null when it asks nothing any more; an idea asks for interest. */
export function questionOf(state: GatheringState): GatheringQuestion | null {
  if (state === "idea" || state === "asking-when") return "interest";
  return state === "date-set" ? "rsvp" : null;
}
