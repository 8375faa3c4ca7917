/** How long each round lasts, in days (our design, decisions reference, section 2.2); the rounds people answer in can be set. */
export interface RoundDays {
  readonly present: number;
  readonly clarify: number;
  readonly react: number;
  readonly amend: number;
  readonly consent: number;
  readonly objections: number;
  readonly test: number;
  readonly integrate: number;
  /** How long the circle has to say whether it goes another way. */
  readonly motion: number;
}

export const usualDays: RoundDays = {
  present: 1,
  clarify: 3,
  react: 3,
  amend: 2,
  consent: 5,
  objections: 2,
  test: 2,
  integrate: 5,
  motion: 3,
};

/** An unanswered question keeps the round of questions open, so many days at most since it began. */
export const mostClarifyDays = 7;

/** What "I need time" gives, once in each consent round. */
export const moreTimeDays = 2;

/** After so many days a draft is told to its author as stale. */
export const staleDraftDays = 30;

/** After so many cycles of objections the circle is asked for another way before a further version. */
export const mostCycles = 3;

/** A reaction is one breath: so many characters. */
export const longestReaction = 600;

export function daysAfter(instant: Temporal.Instant, days: number): Temporal.Instant {
  return instant.add({ hours: 24 * days });
}
