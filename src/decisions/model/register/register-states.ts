import type { DecisionState } from "../consent/review.ts";

/** The states by which the register is read, as people look for them: what holds first, then what held. */
export const registerStates: readonly DecisionState[] = [
  "in-force",
  "review-due",
  "overdue",
  "amended",
  "adopted",
  "superseded",
  "expired",
  "ended",
];

/** The state somebody asked for by a word in an address; undefined for all of them. */
export function stateAsked(word: string | undefined): DecisionState | undefined {
  return registerStates.find((state) => state === word);
}
