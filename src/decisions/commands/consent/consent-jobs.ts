/** The job that leads a process on when a time is over; its key is the process's id. */
export const leadConsentOnJob = "decisions/lead-consent-on";

/** The job that concludes a motion at its time; its key is the process's id. */
export const concludeMotionJob = "decisions/conclude-motion";

/** The job that looks after an adopted decision on its days; its key is the decision's id. */
export const tendDecisionJob = "decisions/tend-decision";

/** The job that tells an author of a draft that lies about; its key is the process's id. */
export const staleDraftJob = "decisions/stale-draft";
