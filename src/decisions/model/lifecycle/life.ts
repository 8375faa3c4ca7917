/** What happened to the closing time of a proposal: each has a reason, and stands on its page. */
export type ChangeKind = "extended" | "closed-early" | "reopened";

/** What happens to a proposal while it is open, as its page shows it at once. */
export const lifeEvents = ["proposal-extended", "proposal-reopened", "option-added"] as const;

/** Who hears before closing: nobody, whoever put it forward, those who have not answered, or everybody on the list. */
export type Reminds = "nobody" | "author" | "silent" | "all";
export const reminderAudiences: readonly Reminds[] = ["silent", "all", "author", "nobody"];

/** Who may add options while it is open, beside whoever put it forward. */
export type Adding = "nobody" | "voters";
export const addingRules: readonly Adding[] = ["nobody", "voters"];

/** What goes on around a proposal while it is open, apart from how it is counted. */
export interface ProposalLife {
  readonly adding: Adding;
  /** How many options one person may add, and how many all together. */
  readonly ownOptions: number;
  readonly allOptions: number;
  /** Whether each person is shown the options in an order of their own. */
  readonly shuffles: boolean;
  readonly reminds: Reminds;
  /** How many hours before closing they are reminded. */
  readonly remindHours: number;
  /** How often they were reminded so far. */
  readonly reminded: number;
  /** How many options were added after it opened: they are the last ones. */
  readonly added: number;
  /** When those who have answered are told of added options, once for all; undefined before the first is added. */
  readonly digestAt: Temporal.Instant | undefined;
}

/** The life of a proposal about which nobody chose anything. */
export const plainLife: ProposalLife = {
  adding: "nobody",
  ownOptions: 2,
  allOptions: 20,
  shuffles: false,
  reminds: "silent",
  remindHours: 24,
  reminded: 0,
  added: 0,
  digestAt: undefined,
};

/** Nobody is reminded of one proposal more often. */
export const mostReminders = 2;

/** The earliest and the latest reminder, in hours before closing. */
export const remindHoursRange = { least: 1, most: 24 * 14 } as const;

/**
 * When people are reminded; undefined for a proposal that is open for less than twice as long as the reminder comes before its end, since
 * they have only just heard of it. Open from Monday noon to Friday noon with 24 hours gives Thursday noon.
 */
export function reminderTime(
  openedAt: Temporal.Instant,
  closesAt: Temporal.Instant,
  hours: number,
): Temporal.Instant | undefined {
  return openedAt.until(closesAt).total("hours") < hours * 2 ? undefined : closesAt.subtract({ hours });
}

/** For how many days after closing a proposal can be opened again. */
export const reopeningDays = 7;

/** Why a closed proposal cannot be opened again. */
export type ReopeningRefusal =
  | { readonly kind: "still-open" }
  | { readonly kind: "proposal-withdrawn" }
  | { readonly kind: "box-was-opened" }
  | { readonly kind: "outcome-stands" }
  | { readonly kind: "reopening-too-late"; readonly days: number };

/** What a reopening looks at. */
export interface Reopening {
  readonly state: "open" | "closed" | "withdrawn";
  readonly secrecy: string;
  readonly closedAt: Temporal.Instant | undefined;
  /** Whether something rests on its outcome. */
  readonly stands: boolean;
}

/**
 * Why a proposal cannot be opened again, if so. The box of a secret vote is opened once for all; what rests on an outcome is in force,
 * and is changed by a proposal of its own (docs/decisions/0099).
 */
export function reopeningRefusal(proposal: Reopening, now: Temporal.Instant): ReopeningRefusal | undefined {
  const { state, secrecy, closedAt, stands } = proposal;
  if (state === "open" || closedAt === undefined) return { kind: "still-open" };
  if (state === "withdrawn") return { kind: "proposal-withdrawn" };
  if (secrecy === "secret") return { kind: "box-was-opened" };
  if (stands) return { kind: "outcome-stands" };
  const late = closedAt.until(now).total("hours") > reopeningDays * 24;
  return late ? { kind: "reopening-too-late", days: reopeningDays } : undefined;
}

/** Why a closing time cannot be the new one. */
export type ClosingTimeRefusal =
  | { readonly kind: "closes-not-later"; readonly field: "closesAt"; readonly until: { readonly instant: string } }
  | { readonly kind: "closes-too-soon"; readonly field: "closesAt" }
  | { readonly kind: "closes-too-late"; readonly field: "closesAt" };
