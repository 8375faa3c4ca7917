/**
 * When those who have not answered a scheduling poll are reminded of it, once: three days after it opened, or halfway to its
 * closing if that is sooner.
 *
 * Three days leave time to answer by oneself; the halfway rule leaves as much time after the reminder as before it.
 */
export function answerReminderAt(openedAt: Temporal.Instant, closesAt: Temporal.Instant): Temporal.Instant {
  const threeDays = openedAt.add({ hours: 72 });
  const open = openedAt.until(closesAt).total("milliseconds");
  const halfway = openedAt.add({ milliseconds: Math.floor(open / 2) });
  return Temporal.Instant.compare(halfway, threeDays) < 0 ? halfway : threeDays;
}

/**
 * When those who said they come are reminded of a session: a day before it starts; null if that has passed already, since
 * whoever has just heard of the date needs no reminder of it.
 */
export function sessionReminderAt(startsAt: Temporal.Instant, now: Temporal.Instant): Temporal.Instant | null {
  const dayBefore = startsAt.subtract({ hours: 24 });
  return Temporal.Instant.compare(dayBefore, now) > 0 ? dayBefore : null;
}
