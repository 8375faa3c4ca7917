/** The days somebody gives a decision when writing it down; null where they leave one to its rule. */
export interface RecordedDays {
  readonly startsOn: Temporal.PlainDate | null;
  readonly reviewOn: Temporal.PlainDate | null;
  readonly endsOn: Temporal.PlainDate | null;
  readonly termMonths: number;
}

export type DaysRefusal =
  | { readonly kind: "starts-too-far"; readonly field: "startsOn" }
  | { readonly kind: "review-before-start"; readonly field: "reviewOn" }
  | { readonly kind: "ends-before-review"; readonly field: "endsOn" };

/** What was agreed longer ago, or for later, than this is a slip of the pen. */
const mostYears = 20;

/** The day on which a decision is reviewed first: a term after it starts. */
export function firstReview(startsOn: Temporal.PlainDate, termMonths: number): Temporal.PlainDate {
  return startsOn.add({ months: termMonths });
}

/**
 * Why days do not go together; undefined where they do. A start may lie in the past: what was agreed long ago is written down as it was,
 * and is due for review where its term is over. Nothing ends before anybody has looked at it.
 */
export function unfitDays(days: RecordedDays, today: Temporal.PlainDate): DaysRefusal | undefined {
  const startsOn = days.startsOn ?? today;
  const far = { years: mostYears };
  if (isBefore(startsOn, today.subtract(far)) || isBefore(today.add(far), startsOn)) {
    return { kind: "starts-too-far", field: "startsOn" };
  }
  const reviewOn = days.reviewOn ?? firstReview(startsOn, days.termMonths);
  if (isBefore(reviewOn, startsOn)) return { kind: "review-before-start", field: "reviewOn" };
  if (days.endsOn !== null && isBefore(days.endsOn, reviewOn)) return { kind: "ends-before-review", field: "endsOn" };
  return undefined;
}

function isBefore(one: Temporal.PlainDate, other: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(one, other) < 0;
}
