import { expect, test } from "vitest";
import { readFeedAddress } from "./feed-address.ts";

test.each([
  [" webcal://circle.example/all.ics ", "https://circle.example/all.ics"],
  ["WEBCALS://circle.example/all.ics", "https://circle.example/all.ics"],
  ["https://circle.example/all.ics?token=a#part", "https://circle.example/all.ics?token=a"],
  ["http://127.0.0.9:8080/all.ics", "http://127.0.0.9:8080/all.ics"],
])("%s is the address of a calendar", (typed, address) => {
  expect(readFeedAddress(typed)).toEqual({ ok: true, value: address });
});

test.each([
  "",
  "circle.example/all.ics",
  "http://circle.example/all.ics",
  "http://10.0.0.1/all.ics",
  "https://ada:secret@circle.example/all.ics",
  "file:///etc/passwd",
  "data:text/calendar,BEGIN:VCALENDAR",
  "javascript:alert(1)",
  `https://circle.example/${"a".repeat(1000)}`,
])("%s is none", (typed) => {
  expect(readFeedAddress(typed)).toEqual({ ok: false, refusal: { kind: "not-a-feed-address" } });
});
