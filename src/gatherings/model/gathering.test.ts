import { expect, test } from "vitest";
import { canMove, moveGathering, questionOf } from "./gathering.ts";
import type { GatheringState } from "./gathering.ts";

const states: readonly GatheringState[] = ["idea", "asking-when", "date-set", "held", "minuted", "cancelled"];

test("a gathering goes from an idea by way of a poll and a date to its minutes", () => {
  expect(moveGathering("idea", "asking-when")).toEqual({ ok: true, value: "asking-when" });
  expect(moveGathering("asking-when", "date-set")).toEqual({ ok: true, value: "date-set" });
  expect(moveGathering("date-set", "held")).toEqual({ ok: true, value: "held" });
  expect(moveGathering("held", "minuted")).toEqual({ ok: true, value: "minuted" });
});

test("a date may be set without asking, and asked about anew", () => {
  expect(canMove("idea", "date-set")).toBe(true);
  expect(canMove("date-set", "asking-when")).toBe(true);
});

test("an idea cannot be held before it has a date", () => {
  expect(moveGathering("idea", "held")).toEqual({
    ok: false,
    refusal: { kind: "gathering-cannot-move", from: "idea", to: "held" },
  });
});

test("only what has not been held can be cancelled, and what is cancelled stays so", () => {
  expect(states.filter((state) => canMove(state, "cancelled"))).toEqual(["idea", "asking-when", "date-set"]);
  expect(states.filter((state) => canMove("cancelled", state))).toEqual([]);
});

test("no state is reached from itself", () => {
  expect(states.filter((state) => canMove(state, state))).toEqual([]);
});

test("a gathering asks for interest until it has a date, then who comes, and nothing once it is over", () => {
  expect(states.map(questionOf)).toEqual(["interest", "interest", "rsvp", null, null, null]);
});
