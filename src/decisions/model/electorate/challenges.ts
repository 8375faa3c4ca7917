import type { Id } from "../../../kernel/base/ids.ts";
import type { ProposalState, Secrecy } from "../proposal.ts";

export type ChallengeId = Id<"challenge">;

/** What stewards say of a challenge: empty while it waits. */
export type ChallengeVerdict = "" | "upheld" | "dismissed";

/** What decides whether a proposal can be challenged now. */
export interface Challengeable {
  readonly state: ProposalState;
  readonly secrecy: Secrecy;
  readonly closedAt: Temporal.Instant | undefined;
}

/** Whether it can be challenged: `never` where no days were chosen, else before, in, or after its time. */
export type ChallengeTime = "never" | "not-yet" | "now" | "over";

/**
 * Whether a proposal can be challenged at an instant. Open answers are challenged between closing and the outcome taking effect. Of a secret
 * ballot only the list can be challenged, and only before closing: afterwards nobody can say which ballot to set aside.
 */
export function challengeTime(proposal: Challengeable, days: number, now: Temporal.Instant): ChallengeTime {
  if (days === 0 || proposal.state === "withdrawn") return "never";
  if (proposal.secrecy === "secret") return proposal.state === "open" ? "now" : "over";
  const until = challengedUntil(proposal, days);
  if (until === undefined) return "not-yet";
  return Temporal.Instant.compare(now, until) < 0 ? "now" : "over";
}

/** When the time for challenges ends, end excluded; undefined while the proposal is open. */
export function challengedUntil({ closedAt }: Challengeable, days: number): Temporal.Instant | undefined {
  return closedAt?.add({ hours: 24 * days });
}

/** Whether an outcome holds: its time for challenges is over, and none waits for an answer. */
export function holds(proposal: Challengeable, days: number, waiting: number, now: Temporal.Instant): boolean {
  if (proposal.state !== "closed") return false;
  if (proposal.secrecy === "secret") return true;
  return challengeTime(proposal, days, now) !== "now" && waiting === 0;
}

/** So many challenges one proposal takes at most. */
export const mostChallenges = 50;
