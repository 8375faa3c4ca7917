import { expect, test } from "vitest";
import { reminderTime, reopeningRefusal } from "./life.ts";

const at = (text: string) => Temporal.Instant.from(text);

test("people are reminded so many hours before closing, unless they have only just heard of it", () => {
  const friday = at("2027-02-05T12:00:00Z");
  expect(reminderTime(at("2027-02-01T12:00:00Z"), friday, 24)?.toString()).toBe("2027-02-04T12:00:00Z");
  expect(reminderTime(at("2027-02-03T12:00:00Z"), friday, 24)?.toString()).toBe("2027-02-04T12:00:00Z");
  expect(reminderTime(at("2027-02-03T12:00:01Z"), friday, 24)).toBeUndefined();
});

test("a closed proposal can be opened again for a week, unless it was secret or its outcome is stated", () => {
  const closed = { state: "closed", secrecy: "open", closedAt: at("2027-02-01T12:00:00Z"), stands: false } as const;
  expect(reopeningRefusal(closed, at("2027-02-08T12:00:00Z"))).toBeUndefined();
  expect(reopeningRefusal(closed, at("2027-02-08T12:00:01Z"))).toEqual({ kind: "reopening-too-late", days: 7 });
  const soon = at("2027-02-02T12:00:00Z");
  expect(reopeningRefusal({ ...closed, secrecy: "secret" }, soon)?.kind).toBe("box-was-opened");
  expect(reopeningRefusal({ ...closed, stands: true }, soon)?.kind).toBe("outcome-stands");
  expect(reopeningRefusal({ ...closed, state: "withdrawn" }, soon)?.kind).toBe("proposal-withdrawn");
  expect(reopeningRefusal({ ...closed, state: "open", closedAt: undefined }, soon)?.kind).toBe("still-open");
});
