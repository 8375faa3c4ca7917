import { answersNeeded, type SilenceRule } from "./silence.ts";

/** What kind of harm an objector sees. */
export type ObjectionKind = "harm-to-aim" | "my-role" | "outside-domain" | "legal-or-safety" | "process";
export const objectionKinds: readonly ObjectionKind[] = [
  "harm-to-aim",
  "my-role",
  "outside-domain",
  "legal-or-safety",
  "process",
];

/** Where a record stands: not tested, an objection indeed, a concern, taken back, or met by a later version. */
export type ObjectionState = "untested" | "qualified" | "concern" | "withdrawn" | "resolved";

/** Who said so. The facilitator alone never does. */
export type TestedBy = "objector" | "circle" | "time";

/**
 * How a new version answers an objection (Sociocracy for All, https://www.sociocracyforall.org/strategies-for-integrating-objections/,
 * and Villines).
 */
export type IntegrationOption =
  | "unchanged"
  | "amend"
  | "shorten-term"
  | "add-measure"
  | "narrow-scope"
  | "mitigate"
  | "check-at-review"
  | "objector-proposes";
export const integrationOptions: readonly IntegrationOption[] = [
  "amend",
  "shorten-term",
  "add-measure",
  "narrow-scope",
  "mitigate",
  "check-at-review",
  "objector-proposes",
];

/** How the circle sees one record. */
export interface Judgements {
  /** How many members, the objector aside, say it is an objection indeed. */
  readonly stands: number;
  /** How many, the objector aside, say it is a concern. */
  readonly concern: number;
  /** How many of those neither facilitate nor put the proposal forward. */
  readonly concernByOthers: number;
}

/**
 * What the circle makes of a record; undefined while it has not said. One member who sees an objection is enough for it to stand. It is
 * turned into a concern by the circle's consent alone: as many as the silence rule asks for, two at least, and never only those who
 * facilitate or wrote the proposal (decisions reference, section 2.2: "the circle owns the test").
 *
 * `judged({ stands: 0, concern: 2, concernByOthers: 1 }, { kind: "not-present", quorumPercent: 0 }, 5)` is `"concern"`.
 */
export function judged(
  { stands, concern, concernByOthers }: Judgements,
  rule: SilenceRule,
  eligible: number,
): "qualified" | "concern" | undefined {
  if (stands > 0) return "qualified";
  const withoutObjector = eligible - 1;
  const needed = Math.max(2, answersNeeded(rule, withoutObjector));
  return concern >= needed && concernByOthers > 0 ? "concern" : undefined;
}
