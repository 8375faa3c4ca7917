/**
 * The events of a community whose words every member may read. What people wrote to stewards alone, and who listens, stays out: of
 * that the record shows that it happened.
 */
const openEvents: ReadonlySet<string> = new Set([
  "announcement-made",
  "announcement-withdrawn",
  "block-lifted",
  "community-founded",
  "community-profile-changed",
  "community-rules-changed",
  "hosts-blocked",
  "invitation-link-made",
  "invitation-link-withdrawn",
  "member-joined",
  "member-left",
  "membership-carried",
  "membership-ended",
  "person-blocked",
  "post-shared",
  "post-unshared",
  "report-filed",
  "report-forwarded",
  "report-resolved",
  "steward-appointed",
  "steward-released",
  "voting-rules-changed",
]);

/** Whether every member may read the words of such an event; not those of events that nobody here knows. */
export function isOpenEvent(event: string): boolean {
  return openEvents.has(event);
}
