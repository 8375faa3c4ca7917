import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerRole, hasRoom, isTakenAtOnce, roleActs, type RoleState } from "./role.ts";

const person = { isPerson: true, organises: false };
const organiser = { isPerson: false, organises: true };
const states: readonly RoleState[] = [
  "offered",
  "volunteered",
  "held",
  "declined",
  "turned-down",
  "taken-back",
  "stepped-back",
];

describe("a role of a person", () => {
  test.each([
    ["offered", "yes", person, "held"],
    ["offered", "no", person, "declined"],
    ["offered", "no", organiser, "taken-back"],
    ["declined", "yes", person, "held"],
    ["volunteered", "yes", organiser, "held"],
    ["volunteered", "no", organiser, "turned-down"],
    ["volunteered", "no", person, "stepped-back"],
    ["held", "no", person, "stepped-back"],
    ["held", "no", organiser, "taken-back"],
  ] as const)("that is %s, answered with %s by %o, is %s", (state, act, by, after) => {
    expect(answerRole(state, act, by, true)).toEqual({ ok: true, value: after });
  });

  test("is agreed to by the other side alone", () => {
    expect(answerRole("offered", "yes", organiser, true)).toMatchObject({ refusal: { kind: "role-not-yours" } });
    expect(answerRole("volunteered", "yes", person, true)).toMatchObject({ refusal: { kind: "role-not-yours" } });
  });

  test("is nobody’s business who is neither, in any state", () => {
    const stranger = { isPerson: false, organises: false };
    fc.assert(
      fc.property(fc.constantFrom(...states), fc.constantFrom(...roleActs), (state, act) => {
        expect(answerRole(state, act, stranger, true)).toMatchObject({ refusal: { kind: "role-not-yours" } });
      }),
    );
  });

  test("is not held by a second person unless several can", () => {
    expect(answerRole("offered", "yes", person, false)).toMatchObject({ refusal: { kind: "role-is-taken" } });
    expect(hasRoom("host", 1)).toBe(false);
    expect(hasRoom("interpreter", 3)).toBe(true);
  });

  test("is taken at once only where chosen, and never when people confide in its holder", () => {
    expect(isTakenAtOnce("timekeeper", "at-once")).toBe(true);
    expect(isTakenAtOnce("timekeeper", "agreed")).toBe(false);
    expect(isTakenAtOnce("access-steward", "at-once")).toBe(false);
    expect(isTakenAtOnce("safety-contact", "at-once")).toBe(false);
  });
});
