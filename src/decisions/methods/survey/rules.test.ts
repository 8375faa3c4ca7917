import { expect, test } from "vitest";
import golden from "./golden/after-a-gathering.json" with { type: "json" };
import { surveyRules } from "./rules.ts";

const { options } = golden;

function question() {
  const read = surveyRules.readSettings(golden.settings, options);
  if (!read.ok) throw new Error(read.refusal.kind);
  return { options, settings: read.value };
}

test("each question is counted by itself and says what it asked", () => {
  const tally = surveyRules.count(question(), golden.ballots, "");
  expect(tally.stages.map(({ said }) => said[0]?.values)).toEqual([
    { title: "How did you come?" },
    { title: "What did you like?" },
    { title: "How good was it?" },
  ]);
  expect(tally.stages.map(({ rows }) => rows.length)).toEqual([2, 3, 1]);
});

test("an answer keeps to its own question", () => {
  const read = (...marks: readonly number[]) => surveyRules.readBallot({ marks }, question());
  expect(read(1, 0, 1, 1, 0, 5)).toEqual({ ok: true, value: { marks: [1, null, 1, 1, null, 5] } });
  expect(read(1, 1)).toMatchObject({ refusal: { kind: "too-many-choices", most: 1 } });
  expect(read(0, 0, 1, 1, 1)).toMatchObject({ refusal: { kind: "too-many-choices", most: 2 } });
  expect(read(0, 0, 0, 0, 0, 6)).toMatchObject({ refusal: { kind: "mark-out-of-range", option: "The gathering" } });
  expect(read(2)).toMatchObject({ refusal: { kind: "ballot-unreadable" } });
});

test.each([
  [[{ title: "Too few", kind: "single", options: 2 }], "survey-options-unlike"],
  [[{ title: " ", kind: "single", options: 6 }], "question-title-needed"],
  [[{ title: "Which?", kind: "ranking", options: 6 }], "question-unreadable"],
  [[{ title: "Which?", kind: "multiple", options: 6, most: 7 }], "question-unreadable"],
])("questions that do not fit the options are refused: %j", (questions, kind) => {
  expect(surveyRules.readSettings({ questions }, options)).toMatchObject({ refusal: { kind } });
});
