import type { Json } from "../../kernel/base/canonical-json.ts";
import type { Id } from "../../kernel/base/ids.ts";

export type ProposalId = Id<"proposal">;

/** Where a proposal stands. What is closed has an outcome; what its author withdrew has none. */
export type ProposalState = "open" | "closed" | "withdrawn";

/**
 * Who can see a stance, and when. `open`: by name, at once. `closed-until-close`: kept by name and shown to nobody until closing, then
 * by name; whoever runs the server could look (decisions reference, section 6.2). `secret`: a ballot that nothing kept joins to its person;
 * see docs/decisions/0080.
 */
export type Secrecy = "open" | "closed-until-close" | "secret";
export const secrecies: readonly Secrecy[] = ["open", "closed-until-close", "secret"];

/** When the count so far is shown: at once, to whoever has answered, or at closing. */
export type ShowsCount = "at-once" | "after-own" | "at-close";
export const countShowings: readonly ShowsCount[] = ["at-once", "after-own", "at-close"];

/** Whether a reason goes with a stance; `required-when-disagreeing`: with one that says no. */
export type ReasonRule = "off" | "optional" | "required" | "required-when-disagreeing";
export const reasonRules: readonly ReasonRule[] = ["off", "optional", "required", "required-when-disagreeing"];

/** The shortest and the longest time a proposal may be open: an hour, and a year. */
export const shortestOpenMinutes = 60;
export const longestOpenDays = 366;

/** How a proposal is decided; fixed when it opens, so that nobody changes the rules while answers come in. */
export interface ProposalRules {
  /** The method's id, such as `stance`. */
  readonly method: string;
  readonly methodVersion: number;
  /** Names of the options in order; for a method with fixed options, empty. */
  readonly options: readonly string[];
  /** As the method's rules read them. */
  readonly settings: Json;
  readonly secrecy: Secrecy;
  readonly showsCount: ShowsCount;
  readonly reasons: ReasonRule;
  /** The least share of those eligible who must answer, in whole percent; 0 for none. */
  readonly quorumPercent: number;
}

/**
 * How many people a quorum asks for: the smallest whole number that is at least that share. `peopleForQuorum(50, 21)` is 11.
 * Whole numbers alone, since a share of people is rounded up, never down.
 */
export function peopleForQuorum(percent: number, eligible: number): number {
  return Math.ceil((percent * eligible) / 100);
}
