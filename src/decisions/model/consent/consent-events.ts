/** What happens in consent processes, as the log names it; pages that are open renew themselves at each. */
export const consentEvents: readonly string[] = [
  "consent-moved",
  "consent-answered",
  "consent-question-asked",
  "consent-question-answered",
  "consent-version-written",
  "consent-version-confirmed",
  "consent-time-given",
  "consent-motion-concluded",
  "objection-raised",
  "objection-added-to",
  "objection-judged",
  "objection-settled",
  "decision-begun",
  "decision-review-due",
  "decision-kept",
  "decision-ended",
];
