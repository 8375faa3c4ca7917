import { expect, test } from "vitest";
import { challengeTime, holds } from "./challenges.ts";

const closedAt = Temporal.Instant.from("2027-02-08T10:00:00Z");
const open = { state: "open", secrecy: "open", closedAt: undefined } as const;
const closed = { state: "closed", secrecy: "open", closedAt } as const;
const end = closedAt.add({ hours: 72 });

test("an outcome is challenged from closing until the chosen days are over, end excluded", () => {
  expect(challengeTime(open, 3, closedAt)).toBe("not-yet");
  expect(challengeTime(closed, 3, closedAt)).toBe("now");
  expect(challengeTime(closed, 3, end.subtract({ seconds: 1 }))).toBe("now");
  expect(challengeTime(closed, 3, end)).toBe("over");
  expect(challengeTime(closed, 0, closedAt)).toBe("never");
  expect(challengeTime({ ...closed, state: "withdrawn" }, 3, closedAt)).toBe("never");
});

test("the list of a secret ballot is challenged before closing alone", () => {
  expect(challengeTime({ ...open, secrecy: "secret" }, 3, closedAt)).toBe("now");
  expect(challengeTime({ ...closed, secrecy: "secret" }, 3, closedAt)).toBe("over");
});

test("an outcome holds when the days are over and every challenge is answered", () => {
  expect(holds(closed, 3, 0, closedAt)).toBe(false);
  expect(holds(closed, 3, 1, end)).toBe(false);
  expect(holds(closed, 3, 0, end)).toBe(true);
  expect(holds(closed, 0, 0, closedAt)).toBe(true);
  expect(holds(open, 0, 0, closedAt)).toBe(false);
});
