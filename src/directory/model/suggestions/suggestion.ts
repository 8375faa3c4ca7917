import type { EntryId } from "../entry.ts";

/** What a queue of suggestions holds, and how much of it comes from one person. */
export const suggestionBounds = {
  perDay: 5,
  waiting: 500,
  /** Characters of what is said with a suggestion, and of why it is refused. */
  text: 500,
  /** For so long it is remembered what became of a suggestion: a place that was refused is not suggested again within it. */
  rememberedFor: Temporal.Duration.from({ hours: 24 * 90 }),
} as const;

/** Waiting to be looked through, or what an operator made of it. */
export const suggestionStates = ["waiting", "accepted", "refused"] as const;
export type SuggestionState = (typeof suggestionStates)[number];

/** A place that somebody thinks belongs in the directory. */
export interface Suggestion {
  readonly id: string;
  readonly host: string;
  /** Why, in their words; empty where they did not say. */
  readonly note: string;
  /** Undefined for somebody who has left. */
  readonly personId: string | undefined;
  readonly at: Temporal.Instant;
  readonly state: SuggestionState;
  readonly decidedAt: Temporal.Instant | undefined;
  /** Why it was refused. */
  readonly reason: string;
  /** The entry it became. */
  readonly entryId: EntryId | undefined;
}
