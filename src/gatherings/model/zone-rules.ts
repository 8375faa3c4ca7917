/** One change of clocks of a zone. */
export interface ZoneChange {
  /** What the clocks show at the change, by the offset from before it. */
  readonly at: Temporal.PlainDateTime;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/**
 * The changes of a zone's clocks that tell times from `first` to `last`: the last one before `first`, and all up to `last`. A zone
 * whose clocks never changed has one "change" from its offset to itself.
 *
 * `zoneChanges("Europe/Rome", …)` over the summer of 2027 gives the change of 28 March 2027, from 3,600 to 7,200 seconds.
 */
export function zoneChanges(zone: string, first: Temporal.Instant, last: Temporal.Instant): readonly ZoneChange[] {
  const start = first.toZonedDateTimeISO(zone);
  // A change at the very instant counts as before it.
  const before = start.add({ nanoseconds: 1 }).getTimeZoneTransition("previous");
  const changes: ZoneChange[] = [before === null ? unchanging(start) : changeAt(before)];
  let next = start.getTimeZoneTransition("next");
  while (next !== null && Temporal.Instant.compare(next.toInstant(), last) <= 0) {
    changes.push(changeAt(next));
    next = next.getTimeZoneTransition("next");
  }
  return changes;
}

function changeAt(transition: Temporal.ZonedDateTime): ZoneChange {
  const fromSeconds = secondsOf(transition.subtract({ nanoseconds: 1 }));
  const at = transition.toInstant().toZonedDateTimeISO("UTC").toPlainDateTime().add({ seconds: fromSeconds });
  return { at, fromSeconds, toSeconds: secondsOf(transition) };
}

function unchanging(moment: Temporal.ZonedDateTime): ZoneChange {
  const seconds = secondsOf(moment);
  return { at: Temporal.PlainDateTime.from("1970-01-01T00:00"), fromSeconds: seconds, toSeconds: seconds };
}

function secondsOf(moment: Temporal.ZonedDateTime): number {
  return Math.round(moment.offsetNanoseconds / 1e9);
}
