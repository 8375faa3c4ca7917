/**
 * The rounds in which a circle is asked: questions, reactions, consent to a version, whether to go another way, and whether to keep what
 * was decided.
 */
export type RoundKind = "clarify" | "react" | "consent" | "motion" | "review";
export const roundKinds: readonly RoundKind[] = ["clarify", "react", "consent", "motion", "review"];

/** What can be answered in the consent round, in the order of the poll. `withoutReason` is an objection that waits for its reason. */
export const consentAnswers = ["consent", "concern", "objection"] as const;
export type ConsentAnswerWord = (typeof consentAnswers)[number];

/** Where else a proposal can go, when the circle consents to it. */
export type MotionSubject = "helping-circle" | "other-method" | "park";
export const motionSubjects: readonly MotionSubject[] = ["helping-circle", "other-method", "park"];

/**
 * The list of those who may answer is frozen under this name: once for a process, and anew for each review, since members come and go.
 */
export function electorateOf(consentId: string, kind: RoundKind, number: number): string {
  return kind === "review" ? `${consentId}/review/${number}` : consentId;
}

/** Whose list goes by this name: `electorateNamed("c1/review/2")` is the second review of the decision of `c1`. */
export function electorateNamed(list: string): { readonly consentId: string; readonly review: number | undefined } {
  const [consentId = "", , number] = list.split("/");
  return { consentId, review: number === undefined ? undefined : Number(number) };
}
