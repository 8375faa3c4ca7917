const minutesBetween = 3;

/**
 * When a count that changed now is sent to servers that show the native poll: at the next full three minutes, Mastodon's own interval, so
 * that a rush of votes is one message to each server. 10:00:01 gives 10:03:00; asked again at 10:02 the same.
 *
 * Source: Mastodon, `PollVote` and `DistributePollUpdateWorker` (https://github.com/mastodon/mastodon).
 */
export function talliesSentAt(now: Temporal.Instant): Temporal.Instant {
  const between = minutesBetween * 60_000;
  return Temporal.Instant.fromEpochMilliseconds((Math.floor(now.epochMilliseconds / between) + 1) * between);
}
