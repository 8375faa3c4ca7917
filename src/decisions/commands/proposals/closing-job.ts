/** The job that closes a proposal at its time; its key is the proposal's id. */
export const closeProposalJob = "decisions/close-proposal";
