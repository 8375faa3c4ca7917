import { everything, policies, type Filter } from "../filter.ts";

/** The names of policies that a community can adopt; `all` is no line at all. */
export const policyNames = ["all", ...policyNamesOf()] as const;
export type PolicyName = "all" | keyof typeof policies;

/** The line that a community draws, and since when. */
export interface AdoptedPolicy {
  readonly policy: PolicyName;
  readonly adoptedAt: Temporal.Instant;
}

/** The filter of a policy; `filterOfPolicy("all")` leaves nothing out. */
export function filterOfPolicy(policy: PolicyName): Filter {
  return policy === "all" ? everything : policies[policy];
}

function policyNamesOf(): readonly (keyof typeof policies)[] {
  return Object.keys(policies).filter((name): name is keyof typeof policies => Object.hasOwn(policies, name));
}
