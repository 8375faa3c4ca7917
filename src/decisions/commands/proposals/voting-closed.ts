/** What comes after closing: told with the time, in the zone and language of whoever hears it. */
export interface VotingClosedRefusal {
  readonly kind: "voting-closed";
  readonly closedAt: { readonly instant: string };
}

/** Refuses what came after this instant. */
export function votingClosed(closedAt: Temporal.Instant): VotingClosedRefusal {
  return { kind: "voting-closed", closedAt: { instant: closedAt.toString() } };
}
