import { expect, test } from "vitest";
import { dotVoteRules } from "./rules.ts";

const options = ["Roof", "Kitchen", "Shed"];
const question = { options, settings: { dots: 8, perOption: 5, seats: 1 } };

test("nobody can spend more dots than they have, or more on one option than allowed", () => {
  const read = (...marks: readonly (number | null)[]) => dotVoteRules.readBallot({ marks }, question);
  expect(read(5, 3)).toEqual({ ok: true, value: { marks: [5, 3] } });
  expect(read(5, 3, 1)).toMatchObject({ refusal: { kind: "too-many-dots", given: "9", most: 8 } });
  expect(read(6)).toMatchObject({ refusal: { kind: "mark-out-of-range", option: "Roof", most: 5 } });
  expect(read(-1)).toMatchObject({ refusal: { kind: "mark-out-of-range" } });
});

test("no dot on an option is the same ballot as none said", () => {
  expect(dotVoteRules.readBallot({ marks: [0, 3, 0] }, question)).toEqual({ ok: true, value: { marks: [null, 3] } });
});

test("more dots for one option than there are is a contradiction", () => {
  expect(dotVoteRules.readSettings({ dots: 4, perOption: 5 }, options)).toMatchObject({
    refusal: { kind: "dots-per-option-out-of-range", most: 4 },
  });
});
