import { expect, test } from "vitest";
import { closingInDays } from "./closing-in-days.ts";

test("a closing time offered leaves all the days asked for, and an hour to fill in the form", () => {
  expect(closingInDays(Temporal.Instant.from("2027-02-01T10:20:00Z"), "UTC", 3)).toBe("2027-02-04T12:00");
  // Over a change of the clocks a day is still 24 hours.
  const before = Temporal.Instant.from("2027-03-27T12:00:00Z");
  const offered = Temporal.PlainDateTime.from(closingInDays(before, "Europe/Rome", 3)).toZonedDateTime("Europe/Rome");
  expect(before.until(offered.toInstant()).total("hours")).toBe(73);
});
