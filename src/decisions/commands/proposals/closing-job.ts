/** The job that closes a proposal at its time; its key is the proposal's id. */
export const closeProposalJob = "decisions/close-proposal";

/** The job that reminds those who have not answered, a day before closing; its key is the proposal's id. */
export const remindToAnswerJob = "decisions/remind-to-answer";

/** When they are reminded: a day before closing; undefined for a proposal that is open for less than two days. */
export function reminderTime(openedAt: Temporal.Instant, closesAt: Temporal.Instant): Temporal.Instant | undefined {
  return openedAt.until(closesAt).total("hours") < 48 ? undefined : closesAt.subtract({ hours: 24 });
}
