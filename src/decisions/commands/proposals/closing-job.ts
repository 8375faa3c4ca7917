/** The job that closes a proposal at its time; its key is the proposal's id. */
export const closeProposalJob = "decisions/close-proposal";

/** The job that reminds people before closing, as the proposal's rules say; its key is the proposal's id. */
export const remindToAnswerJob = "decisions/remind-to-answer";
