import type { Id } from "../../../kernel/base/ids.ts";
import type { GatheringState } from "../gathering.ts";

/** One person's words of one kind. */
export type FeedbackId = Id<"feedback">;

/** What worked, and what could be better. */
export type FeedbackKind = "plus" | "delta";

/** The most characters of one person's words of one kind, and how many days after the end it is still known whose they are. */
export const feedbackBounds = { mostCharacters: 1000, daysWithNames: 30 } as const;

/** What somebody said of a gathering, without who. */
export interface Feedback {
  readonly id: FeedbackId;
  readonly kind: FeedbackKind;
  readonly text: string;
  /** Why it is not shown; undefined where it is. */
  readonly hiddenReason: string | undefined;
}

/** Whether people can say how it was: from when it begins, for those who leave early, until the minutes are published. */
export function takesFeedback(
  state: GatheringState,
  begins: Temporal.Instant | undefined,
  now: Temporal.Instant,
): boolean {
  if (state === "held") return true;
  return state === "date-set" && begins !== undefined && Temporal.Instant.compare(now, begins) >= 0;
}

/** The lines of a text that say something, each by itself; `linesOf("a\n\n b ")` is `["a", "b"]`. */
export function linesOf(text: string): readonly string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
