/** One thing somebody said, and whether it is what they say now or was changed since. */
export interface SaidOnce {
  readonly givenAt: Temporal.Instant;
  readonly stands: boolean;
}

/** All that one person said: what stands, and what they said before, the first first. */
export interface JoinedHistory<Said extends SaidOnce> {
  readonly stands: Said | undefined;
  readonly earlier: readonly Said[];
}

/**
 * What two people who turn out to be one said of one proposal, as one history. Of two answers that stand the later does, as if it had
 * changed the earlier; of two given at one instant that of the person who stays.
 *
 * Agreeing on Monday under one name and disagreeing on Tuesday under the other is disagreeing, having agreed before.
 */
export function joinedHistory<Said extends SaidOnce>(
  kept: readonly Said[],
  joined: readonly Said[],
): JoinedHistory<Said> {
  const inTime = [...joined, ...kept].toSorted((one, other) => Temporal.Instant.compare(one.givenAt, other.givenAt));
  const stands = inTime.findLast((said) => said.stands);
  return { stands, earlier: inTime.filter((said) => said !== stands) };
}
