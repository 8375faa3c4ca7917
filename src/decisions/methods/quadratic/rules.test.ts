import { expect, test } from "vitest";
import { mostVotes, quadraticRules } from "./rules.ts";
import { quadraticWire } from "./wire.ts";

const options = ["Ramp", "Lamp", "Bench"];
const settings = { credits: 25, against: false, seats: 1 };

test("votes cost their square, so that 5 votes, or 4 and 3, take 25 credits", () => {
  const read = (...marks: readonly number[]) => quadraticRules.readBallot({ marks }, { options, settings });
  expect(mostVotes(25)).toBe(5);
  expect(mostVotes(24)).toBe(4);
  expect(read(5).ok).toBe(true);
  expect(read(4, 3).ok).toBe(true);
  expect(read(4, 3, 1)).toMatchObject({ refusal: { kind: "over-credits", given: "26", most: 25 } });
});

test("votes against cost as much, and are refused where they are not allowed", () => {
  const against = { options, settings: { ...settings, against: true } };
  expect(quadraticRules.readBallot({ marks: [4, -3] }, against).ok).toBe(true);
  expect(quadraticRules.readBallot({ marks: [4, -4] }, against)).toMatchObject({ refusal: { kind: "over-credits" } });
  expect(quadraticRules.readBallot({ marks: [-1] }, { options, settings })).toMatchObject({
    refusal: { kind: "mark-out-of-range", least: 0 },
  });
});

test("an option with more votes against than for is not chosen", () => {
  const question = { options, settings: { ...settings, against: true } };
  const tally = quadraticRules.count(question, [{ ballot: { marks: [-2] }, count: 3 }], "");
  expect(tally.elected).toEqual([]);
});

test("votes against are read from a reply", () => {
  expect(quadraticWire.fromReply("1:-2, 2:4", { options, settings }, [])).toEqual({
    ok: true,
    value: { marks: [-2, 4] },
  });
});
