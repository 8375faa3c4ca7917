import { expect, test } from "vitest";
import { talliesSentAt } from "./tallies.ts";

const at = (text: string) => talliesSentAt(Temporal.Instant.from(text)).toString();

test("counts go out at the next full three minutes, however many votes come before", () => {
  expect(at("2027-02-01T10:00:01Z")).toBe("2027-02-01T10:03:00Z");
  expect(at("2027-02-01T10:02:59.999Z")).toBe("2027-02-01T10:03:00Z");
});

test("a vote at the very instant waits for the next one", () => {
  expect(at("2027-02-01T10:03:00Z")).toBe("2027-02-01T10:06:00Z");
});
