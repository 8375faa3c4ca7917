import { expect, test } from "vitest";
import { majorityJudgmentRules } from "./rules.ts";
import { majorityJudgmentWire } from "./wire.ts";

const options = ["Bread", "Roses"];
const question = { options, settings: { seats: 1 } };

function counted(...ballots: readonly (readonly (number | null)[])[]) {
  return majorityJudgmentRules.count(
    question,
    ballots.map((marks) => ({ ballot: { marks }, count: 1 })),
    "",
  );
}

test("the higher middle grade wins against the higher mean", () => {
  expect(counted([3, 5], [3, 2], [3, 2], [2, 2], [2, 5]).elected).toEqual([0]);
});

test("of two middle grades the lower one counts", () => {
  const tally = counted([5, 4], [3, 4]);
  expect(tally.elected).toEqual([1]);
  const middles = tally.stages[0]?.said.filter(({ key }) => key.endsWith("said.middle"));
  expect(middles?.map(({ values }) => values?.["grade"])).toEqual(["4", "3"]);
});

test("a blank is the worst grade", () => {
  expect(counted([5], [null, 1], [null, 1]).elected).toEqual([1]);
});

test("equal middle grades are parted by removing them, and the count says after how many", () => {
  const tally = counted([4, 4], [4, 4], [4, 3], [2, 4], [1, 4]);
  const parted = tally.stages[0]?.said.find(({ key }) => key.endsWith("said.parted"));
  expect(tally.elected).toEqual([1]);
  expect(parted).toMatchObject({
    places: { higher: [1], lower: [0] },
    values: { removed: 1, first: "4", second: "2" },
  });
});

test("options with the same grades are tied", () => {
  const tally = counted([5, 1], [1, 5]);
  expect(tally.ties).toEqual([{ stage: 0, between: [0, 1], preferred: [], by: "stands" }]);
});

test.each([
  ["1:5, 2:0", [5, 0]],
  ["Bread: very good, roses: poor", [5, 1]],
  ["Bread: sehr gut\nRoses: abzulehnen", [5, 0]],
  ["Bread: à rejeter; Roses: assez bien", [0, 3]],
])("grades are read from a reply, as numbers or words: %s", (text, marks) => {
  expect(majorityJudgmentWire.fromReply(text, question, [])).toEqual({ ok: true, value: { marks } });
});
