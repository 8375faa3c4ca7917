/** The job that tells whoever tends a request that its last call is over; its key is the request's id. */
export const lastCallJob = "decisions/last-call-over";
