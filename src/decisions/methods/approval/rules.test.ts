import { expect, test } from "vitest";
import { approvalRules } from "./rules.ts";

const options = ["A", "B", "C"];

function concluded(seats: number, ...approvals: readonly (readonly number[])[]) {
  const question = { options, settings: { seats } };
  const tally = approvalRules.count(
    question,
    approvals.map((choices) => ({ ballot: { choices }, count: 1 })),
    "",
  );
  return { tally, conclusion: approvalRules.conclude(tally, question, { eligible: 9, answered: tally.ballots }) };
}

test("those approved by most fill the seats, in order", () => {
  expect(concluded(2, [0, 1], [0], [1, 2], [0]).conclusion).toMatchObject({ verdict: "chosen", chosen: [0, 1] });
});

test("a tie for the last seat is reported, not broken", () => {
  const { tally, conclusion } = concluded(2, [0, 1, 2], [0]);
  expect(tally.elected).toEqual([0, 1, 2]);
  expect(tally.ties).toEqual([{ stage: 0, between: [1, 2], preferred: [], by: "stands" }]);
  expect(tally.stages[0]?.rows.map(({ standing }) => standing)).toEqual(["elected", undefined, undefined]);
  expect(conclusion).toMatchObject({ verdict: "tied", chosen: [0] });
});

test("an option that nobody approves takes no seat", () => {
  expect(concluded(2, [0], [0]).conclusion).toMatchObject({ verdict: "chosen", chosen: [0] });
  expect(concluded(1, [], []).conclusion.verdict).toBe("not-carried");
});
