import type { Id } from "../../kernel/base/ids.ts";

export type ClassId = Id<"membership-class">;
export type OrganisationId = Id<"organisation">;

/** A class of members that the community names; whoever is in none is a full member, with a vote. */
export interface MembershipClass {
  readonly id: ClassId;
  readonly name: string;
  /** Whether its members answer proposals. */
  readonly votes: boolean;
}

/** What a community asks of members before they answer, and how long an outcome may be challenged. */
export interface VotingRules {
  /** Days of membership before a vote; 0 for none. Stewards do not wait. */
  readonly waitingDays: number;
  /** Days between closing and an outcome taking effect, where a proposal says nothing else; 0 for none. */
  readonly challengeDays: number;
}

/** Where nothing is set, everybody answers at once and outcomes hold at once. */
export const plainVotingRules: VotingRules = { waitingDays: 0, challengeDays: 0 };

/** What stands for and against somebody's vote. */
export interface VotingStanding {
  readonly role: "member" | "steward";
  readonly joinedAt: Temporal.Instant;
  /** The class they are in; undefined for a full member. */
  readonly class: Pick<MembershipClass, "name" | "votes"> | undefined;
  /** Since when their dues are not paid; undefined when nothing is said of it. */
  readonly duesLapsedOn: Temporal.PlainDate | undefined;
}

/** Why somebody who belongs to a community does not answer now. */
export type NoVote =
  | { readonly why: "class"; readonly className: string }
  | { readonly why: "dues"; readonly since: Temporal.PlainDate }
  | { readonly why: "waiting"; readonly until: Temporal.Instant };

/**
 * Why a member has no vote now; undefined when they have one. What only a decision changes comes first, what time alone mends last.
 *
 * Classes, waiting time and lapsed dues: circles reference, section 5.1. Stewards do not wait, so that a new community can decide at once.
 */
export function noVote(member: VotingStanding, rules: VotingRules, now: Temporal.Instant): NoVote | undefined {
  if (member.class?.votes === false) return { why: "class", className: member.class.name };
  if (member.duesLapsedOn !== undefined) return { why: "dues", since: member.duesLapsedOn };
  if (member.role === "steward") return undefined;
  const until = mayVoteFrom(member.joinedAt, rules);
  return Temporal.Instant.compare(now, until) < 0 ? { why: "waiting", until } : undefined;
}

/** When the waiting time of somebody who joined then is over: `mayVoteFrom(monday, { waitingDays: 7, … })` is the next Monday, at that minute. */
export function mayVoteFrom(joinedAt: Temporal.Instant, { waitingDays }: VotingRules): Temporal.Instant {
  return joinedAt.add({ hours: 24 * waitingDays });
}

/** So many classes a community names at most: a handful, which people can keep apart. */
export const mostClasses = 12;

/** So many organisations a community lists at most. */
export const mostOrganisations = 500;

/** So many speak for one organisation at most. */
export const mostDelegates = 6;
