import { canonicalJson } from "../../../kernel/base/canonical-json.ts";
import type { Claim } from "../claims.ts";
import type { FieldName } from "../entry-fields.ts";

/** So many contests of an entry are looked at, the latest first. */
export const mostContests = 20;

/** A word about a place that somebody disagrees with, and the thread in which it is talked over. */
export interface Contest {
  readonly threadId: string;
  readonly field: FieldName;
  /** What is contested, as canonical JSON: once nobody says it any more, there is nothing to contest. */
  readonly value: string;
}

/** What a claim says, as contests keep it. */
export function contestedValue({ value }: Pick<Claim, "value">): string {
  return canonicalJson(value);
}

/** Whether a contest is about what this claim says, whoever says it. */
export function isAbout(contest: Pick<Contest, "field" | "value">, claim: Claim): boolean {
  return contest.field === claim.field && contest.value === contestedValue(claim);
}
