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

/** How long before a session those who come are reminded of it, in the order in which the reminders go out. */
export const sessionReminders = ["week", "day", "hour", "ten-minutes"] as const;

/** One reminder of a session, named by how far ahead of it. */
export type SessionReminder = (typeof sessionReminders)[number];

const minutesBefore: Readonly<Record<SessionReminder, number>> = {
  week: 7 * 24 * 60,
  day: 24 * 60,
  hour: 60,
  "ten-minutes": 10,
};

/**
 * The reminders of a session that are still to come, with their instants. Hours are counted, not wall-clock time: the reminder of the
 * day before goes out 24 hours before, also across a change of clocks. Whoever has just heard of a date needs no reminder of it, so
 * that one which is due already is left out.
 */
export function remindersToCome(
  startsAt: Temporal.Instant,
  now: Temporal.Instant,
): readonly { readonly reminder: SessionReminder; readonly due: Temporal.Instant }[] {
  return sessionReminders
    .map((reminder) => ({ reminder, due: startsAt.subtract({ minutes: minutesBefore[reminder] }) }))
    .filter(({ due }) => Temporal.Instant.compare(due, now) > 0);
}

/**
 * Whether a reminder that is due still says what is so. After a server has stood still, the last of those that came due is sent, and
 * none once the session has begun.
 */
export function stillReminds(reminder: SessionReminder, startsAt: Temporal.Instant, now: Temporal.Instant): boolean {
  const next = sessionReminders[sessionReminders.indexOf(reminder) + 1];
  const overtakenAt = next === undefined ? startsAt : startsAt.subtract({ minutes: minutesBefore[next] });
  return Temporal.Instant.compare(now, overtakenAt) < 0;
}
