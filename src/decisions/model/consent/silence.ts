/**
 * What silence means when the time of a consent round is over; set beforehand and shown to all (decisions reference, section 2.2).
 *
 * `needs-all`: everybody answers, or nothing is decided. `quorum`: so many percent answer, and whoever is silent consents.
 * `not-present`: whoever is silent is taken as not there; two answers make a circle (our design).
 */
export type SilenceKind = "needs-all" | "quorum" | "not-present";
export const silenceKinds: readonly SilenceKind[] = ["quorum", "needs-all", "not-present"];

export interface SilenceRule {
  readonly kind: SilenceKind;
  /** For `quorum`: whole percent of those who may answer, 1 to 100. */
  readonly quorumPercent: number;
}

/**
 * How many people must answer before the circle counts as heard. `answersNeeded({ kind: "quorum", quorumPercent: 50 }, 5)` is 3.
 * At least one, whatever the rule: nobody is no circle.
 */
export function answersNeeded(rule: SilenceRule, eligible: number): number {
  switch (rule.kind) {
    case "needs-all":
      return Math.max(1, eligible);
    case "quorum":
      return Math.max(1, Math.ceil((rule.quorumPercent * eligible) / 100));
    case "not-present":
      return Math.max(1, Math.min(2, eligible));
  }
}

/** Whether enough people answered when the time is over. */
export function isHeard(rule: SilenceRule, answered: number, eligible: number): boolean {
  return answered >= answersNeeded(rule, eligible);
}
