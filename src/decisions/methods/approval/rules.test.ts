import { describe, expect, test } from "vitest";
import { approvalRules } from "./rules.ts";
import { approvalWire } from "./wire.ts";

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

describe("none of these", () => {
  const settings = { seats: 2, none: true } as const;
  const question = { options, settings };
  const read = (choices: readonly (number | string)[] | string) => approvalRules.readBallot({ choices }, question);

  test("is an answer of its own: it stands beside no option, and nothing at all is no answer then", () => {
    expect(read("none")).toEqual({ ok: true, value: { choices: "none" } });
    expect(read(["none"])).toEqual({ ok: true, value: { choices: "none" } });
    expect(read(["none", 1])).toMatchObject({ refusal: { kind: "none-with-others" } });
    expect(read([])).toMatchObject({ refusal: { kind: "too-few-choices", least: 1 } });
    expect(approvalRules.readBallot({ choices: [] }, { options, settings: { seats: 2 } })).toMatchObject({ ok: true });
  });

  test("is counted in voices, and an option is chosen only with more of them", () => {
    const count = (none: number) =>
      approvalRules.count(
        question,
        [
          { ballot: { choices: [0, 1] }, count: 3 },
          { ballot: { choices: [0] }, count: 1 },
          { ballot: { choices: "none" }, count: none },
        ],
        "",
      );
    const concluded = (none: number) =>
      approvalRules.conclude(count(none), question, { eligible: 20, answered: 4 + none });
    expect(count(3).stages[0]?.rows.at(-1)).toEqual({
      of: { key: "decisions.method.row.none-of-these" },
      cells: ["3"],
    });
    expect(concluded(2)).toMatchObject({ verdict: "chosen", chosen: [0, 1] });
    expect(concluded(3)).toMatchObject({ verdict: "chosen", chosen: [0] });
    expect(concluded(4)).toMatchObject({
      verdict: "not-carried",
      chosen: [],
      why: [{ key: "decisions.method.why.none-of-these", values: { none: 4, most: 4 } }],
    });
  });

  test("by reply is a dash or the words, and reads back", () => {
    for (const text of ["-", "none of these", "keine davon"]) {
      expect(approvalWire.fromReply(text, question, [])).toEqual({ ok: true, value: { choices: "none" } });
    }
    expect(approvalWire.inReply({ choices: "none" }, question)).toBe("-");
  });
});

test("at least and at most so many may be approved, and then no native poll is sent that could not keep it", () => {
  const limited = { options, settings: { seats: 1, fewest: 2, most: 2 } };
  expect(approvalRules.readBallot({ choices: [0] }, limited)).toMatchObject({ refusal: { kind: "too-few-choices" } });
  expect(approvalRules.readBallot({ choices: [0, 1, 2] }, limited)).toMatchObject({
    refusal: { kind: "too-many-choices", most: 2 },
  });
  expect(approvalWire.asPoll(limited)).toBeNull();
  expect(approvalWire.asPoll({ options, settings: { seats: 1 } })).toEqual({ multiple: true });
  expect(approvalWire.replyExample(limited)).toBe("1, 2");
});
