import fc from "fast-check";
import { expect, test } from "vitest";
import { peopleForQuorum } from "./proposal.ts";

test("half of twenty-one people are eleven", () => {
  expect(peopleForQuorum(50, 21)).toBe(11);
  expect(peopleForQuorum(0, 21)).toBe(0);
  expect(peopleForQuorum(100, 21)).toBe(21);
});

test("a quorum is met by the people it names, and missed by one fewer", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100_000 }), (percent, eligible) => {
      const people = peopleForQuorum(percent, eligible);
      expect(people * 100).toBeGreaterThanOrEqual(percent * eligible);
      expect((people - 1) * 100).toBeLessThan(percent * eligible);
    }),
  );
});
