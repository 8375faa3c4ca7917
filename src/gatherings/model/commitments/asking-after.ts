import type { Commitment } from "./commitment.ts";

/** The hour, by the gathering's clock, at which owners are asked how it went: the day's work is over, the evening not begun. */
const askingHour = 17;

/** How long after a gathering all its open commitments are asked after. */
const followUpWeeks = [2, 6] as const;

/** When something is asked after on a day, in the gathering's zone. */
export function askingInstant(day: Temporal.PlainDate, zone: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from({ hour: askingHour }) }).toInstant();
}

/** The days on which a gathering that ended on `heldOn` asks after its commitments; two and six weeks later. */
export function followUpDays(heldOn: Temporal.PlainDate): readonly Temporal.PlainDate[] {
  return followUpWeeks.map((weeks) => heldOn.add({ weeks }));
}

/** A commitment, and the day on which its owner was last asked how it went. */
export type AskedAfter = Commitment & { readonly askedOn: Temporal.PlainDate | undefined };

/** Whether its owner is to be asked on its day: while it is open, and not twice on one day. */
export function isToBeAsked(commitment: AskedAfter, today: Temporal.PlainDate): boolean {
  return commitment.state === "accepted" && commitment.askedOn?.equals(today) !== true;
}

/**
 * Whether its owner is to be asked when the gathering is followed up: as {@link isToBeAsked}, but not if they have asked for more time
 * that is not over yet, since then they have answered already.
 */
export function isToBeFollowedUp(commitment: AskedAfter, today: Temporal.PlainDate): boolean {
  const hasTime = commitment.moves > 0 && Temporal.PlainDate.compare(commitment.due, today) > 0;
  return isToBeAsked(commitment, today) && !hasTime;
}
