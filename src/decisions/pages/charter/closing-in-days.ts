/**
 * When a proposal may close that is open for at least so many days, as a field for times has it: at the next full hour but one, so that
 * there is time to fill in the form.
 *
 * `closingInDays(Temporal.Instant.from("2027-02-01T10:20:00Z"), "UTC", 3)` is `2027-02-04T12:00`.
 */
export function closingInDays(now: Temporal.Instant, zone: string, days: number): string {
  return now
    .add({ hours: 24 * days + 1 })
    .toZonedDateTimeISO(zone)
    .round({ smallestUnit: "hour", roundingMode: "ceil" })
    .toPlainDateTime()
    .toString({ smallestUnit: "minute" });
}
