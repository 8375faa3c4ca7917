/** An instant as it lies in the database: integer microseconds since the Unix epoch, UTC. */
export type Microseconds = number;

/** The clock: a parameter of everything that asks for the time. */
export type Clock = () => Temporal.Instant;

/** `microsecondsFromInstant(Temporal.Instant.from("1970-01-01T00:00:01Z"))` is `1_000_000`; finer parts are dropped. */
export function microsecondsFromInstant(instant: Temporal.Instant): Microseconds {
  return Number(instant.epochNanoseconds / 1000n);
}

/** The reverse of {@link microsecondsFromInstant}; `instantFromMicroseconds(0)` is 1970-01-01T00:00:00Z. */
export function instantFromMicroseconds(microseconds: Microseconds): Temporal.Instant {
  return Temporal.Instant.fromEpochNanoseconds(BigInt(microseconds) * 1000n);
}

/** As {@link instantFromMicroseconds}, for a column that may be empty. */
export function instantOrNone(microseconds: Microseconds | null): Temporal.Instant | undefined {
  return microseconds === null ? undefined : instantFromMicroseconds(microseconds);
}

/** Whether `text` names a time zone that this runtime knows; `isTimeZone("Europe/Rome")` is true. */
export function isTimeZone(text: string): boolean {
  // Offsets such as "+02:00" are zones to Temporal, but not what people agree on: rules of clock changes are lost.
  if (!/^[A-Za-z]/.test(text)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(text);
    return true;
  } catch {
    return false;
  }
}
