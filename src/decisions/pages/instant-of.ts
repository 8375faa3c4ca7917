/** A wall-clock time of a form as an instant in ISO 8601; what cannot be read goes on as it is, to be refused by name. */
export function instantOf(text: string, zone: string): string {
  try {
    return Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant().toString();
  } catch {
    return text;
  }
}
