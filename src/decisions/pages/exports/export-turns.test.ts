import { expect, test } from "vitest";
import { exportTurns } from "./export-turns.ts";

test("so many exports are read at once, and one that ends, or is read too slowly, makes room", () => {
  let now = Temporal.Instant.from("2027-02-01T10:00:00Z");
  const turns = exportTurns(() => now, { atOnce: 2, longestMinutes: 10 });
  const [one, other, unread] = [turns.turn(), turns.turn(), turns.turn()];
  expect(unread).toBeDefined();
  one.begins();
  expect(turns.isFull()).toBe(false);
  other.begins();
  expect(turns.isFull()).toBe(true);
  one.ends();
  expect(turns.isFull()).toBe(false);
  turns.turn().begins();
  expect(turns.isFull()).toBe(true);
  now = now.add({ minutes: 10 });
  expect(turns.isFull()).toBe(false);
});
