import { isHeard, type SilenceRule } from "./silence.ts";

/**
 * A decision that consent made, from its start to its end (decisions reference, section 2.2). `amended`: the circle wants it changed; it
 * holds until the proposal that changes it is adopted, which supersedes it.
 */
export type DecisionState =
  | "adopted"
  | "in-force"
  | "review-due"
  | "overdue"
  | "amended"
  | "superseded"
  | "ended"
  | "expired";

export type DecisionStep =
  | "begin"
  | "fall-due"
  | "go-overdue"
  | "keep"
  | "change"
  | "end"
  | "expire"
  | "supersede"
  | "review-again";

type Ways = Readonly<Partial<Record<DecisionStep, DecisionState>>>;

const reviewed: Ways = { keep: "in-force", change: "amended", end: "ended" };

/** What can follow each state of a decision. */
export const decisionWays: Readonly<Record<DecisionState, Ways>> = {
  adopted: { begin: "in-force", expire: "expired", supersede: "superseded" },
  "in-force": { "fall-due": "review-due", expire: "expired", supersede: "superseded" },
  "review-due": { ...reviewed, "go-overdue": "overdue", expire: "expired", supersede: "superseded" },
  overdue: { ...reviewed, expire: "expired", supersede: "superseded" },
  amended: { supersede: "superseded", "review-again": "review-due", expire: "expired" },
  superseded: {},
  ended: {},
  expired: {},
};

/** What somebody says at the review. */
export type ReviewAnswer = "keep" | "change" | "end";
export const reviewAnswers: readonly ReviewAnswer[] = ["keep", "change", "end"];

/** So many days before a review those who decide are told; from the day on weekly; after so many it is overdue. */
export const toldBeforeDays = 14;
export const toldAgainDays = 7;
export const overdueAfterDays = 60;

/**
 * What a review concludes, as a short consent: undefined while too few have spoken. Kept when nobody wants otherwise, ended when nobody
 * wants anything but its end; whatever lies between is a change, to be worked out in a proposal of its own.
 */
export function concluded(
  answers: Readonly<Record<ReviewAnswer, number>>,
  rule: SilenceRule,
  eligible: number,
  timeIsOver: boolean,
): ReviewAnswer | undefined {
  const spoke = answers.keep + answers.change + answers.end;
  const isEnough = timeIsOver ? isHeard(rule, spoke, eligible) : spoke >= eligible && spoke > 0;
  if (!isEnough) return undefined;
  if (answers.keep === spoke) return "keep";
  return answers.end === spoke ? "end" : "change";
}

/** The days a decision was given. */
export interface DecisionDays {
  readonly state: DecisionState;
  readonly startsOn: Temporal.PlainDate;
  readonly reviewOn: Temporal.PlainDate;
  /** Only where a hard end was set. */
  readonly endsOn: Temporal.PlainDate | undefined;
  /** The last day on which people were told of the review; undefined before. */
  readonly toldOn: Temporal.PlainDate | undefined;
}

/** What is due for a decision on a day: a step, or telling people of the review that comes or waits. */
export type DecisionDue = DecisionStep | "tell-near" | "tell-again";

/** What is due today, the first thing first; undefined when nothing is. */
export function dueOn(days: DecisionDays, today: Temporal.PlainDate): DecisionDue | undefined {
  const hasCome = (day: Temporal.PlainDate | undefined) =>
    day !== undefined && Temporal.PlainDate.compare(today, day) >= 0;
  if (decisionWays[days.state].expire !== undefined && hasCome(days.endsOn)) return "expire";
  switch (days.state) {
    case "adopted":
      return hasCome(days.startsOn) ? "begin" : undefined;
    case "in-force":
      if (hasCome(days.reviewOn)) return "fall-due";
      return days.toldOn === undefined && hasCome(days.reviewOn.subtract({ days: toldBeforeDays }))
        ? "tell-near"
        : undefined;
    case "review-due":
      if (hasCome(days.reviewOn.add({ days: overdueAfterDays }))) return "go-overdue";
      return days.toldOn !== undefined && hasCome(days.toldOn.add({ days: toldAgainDays })) ? "tell-again" : undefined;
    case "overdue":
    case "amended":
    case "superseded":
    case "ended":
    case "expired":
      return undefined;
  }
}

/** The next day on which something is due, after `today`; undefined when nothing will be by itself. */
export function nextDueDay(days: DecisionDays, today: Temporal.PlainDate): Temporal.PlainDate | undefined {
  const { reviewOn, endsOn, startsOn, toldOn } = days;
  const candidates = [
    ...(endsOn === undefined || decisionWays[days.state].expire === undefined ? [] : [endsOn]),
    ...(days.state === "adopted" ? [startsOn] : []),
    ...(days.state === "in-force" ? [reviewOn.subtract({ days: toldBeforeDays }), reviewOn] : []),
    ...(days.state === "review-due" ? [reviewOn.add({ days: overdueAfterDays })] : []),
    ...(days.state === "review-due" && toldOn !== undefined ? [toldOn.add({ days: toldAgainDays })] : []),
  ].filter((day) => Temporal.PlainDate.compare(day, today) > 0);
  return candidates.toSorted(Temporal.PlainDate.compare)[0];
}
