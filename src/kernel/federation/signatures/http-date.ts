const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** An instant as HTTP writes it (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`; parts of seconds are dropped. */
export function httpDate(instant: Temporal.Instant): string {
  const at = instant.toZonedDateTimeISO("UTC");
  const two = (part: number) => part.toString().padStart(2, "0");
  const date = `${days[at.dayOfWeek - 1]}, ${two(at.day)} ${months[at.month - 1]} ${at.year.toString().padStart(4, "0")}`;
  return `${date} ${two(at.hour)}:${two(at.minute)}:${two(at.second)} GMT`;
}

/** The reverse of {@link httpDate}; undefined for every other way of writing a time, the two obsolete ones included. */
export function instantFromHttpDate(text: string): Temporal.Instant | undefined {
  const parts = /^[A-Z][a-z]{2}, (\d{2}) ([A-Z][a-z]{2}) (\d{4}) (\d{2}:\d{2}:\d{2}) GMT$/.exec(text);
  const [, day = "", monthName = "", year = "", time = ""] = parts ?? [];
  const month = months.indexOf(monthName) + 1;
  if (parts === null || month === 0) return undefined;
  try {
    return Temporal.Instant.from(`${year}-${month.toString().padStart(2, "0")}-${day}T${time}Z`);
  } catch {
    return undefined;
  }
}
