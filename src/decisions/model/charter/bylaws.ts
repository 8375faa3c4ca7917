import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { ReasonRule } from "../proposal.ts";

/** Rules that bind a proposal which is put under them: nobody who puts it forward can ask for less. */
export interface Bylaws {
  /** The method by which it is decided, by its id. */
  readonly method: string;
  /** The settings of that method. */
  readonly settings: { readonly [name: string]: Json };
  /** The least share of those eligible who must take part, in whole percent; 0 for none. */
  readonly quorumPercent: number;
  /** How many days it is open at least. */
  readonly days: number;
  /** How many days its thread is open before; 0 where it may come at once. */
  readonly threadDays: number;
  /** Whether a reason goes with an answer; left out where that is for each proposal to say. */
  readonly reasons?: ReasonRule;
}

/** The first instant at which a proposal opened now may close. Three days from noon are noon: a day is 24 hours, since nobody's zone rules. */
export function earliestClosing(now: Temporal.Instant, { days }: Pick<Bylaws, "days">): Temporal.Instant {
  return now.add({ hours: 24 * days });
}

/** From when a proposal may be put forward in a thread that was opened then. */
export function earliestOpening(
  threadOpenedAt: Temporal.Instant,
  { threadDays }: Pick<Bylaws, "threadDays">,
): Temporal.Instant {
  return threadOpenedAt.add({ hours: 24 * threadDays });
}
