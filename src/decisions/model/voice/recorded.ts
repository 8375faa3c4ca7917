/** How a stance stands that a steward wrote down for somebody: it counts until that person refuses it. */
export type RecordedState = "unconfirmed" | "confirmed" | "refused";

/** The longest note of whoever wrote a stance down. */
export const longestNote = 500;
