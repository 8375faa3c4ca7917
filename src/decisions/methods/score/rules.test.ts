import { describe, expect, test } from "vitest";
import golden from "./golden/few-friends.json" with { type: "json" };
import { scoreRules } from "./rules.ts";
import { scoreWire } from "./wire.ts";

const { options } = golden;

function counted(settings: object) {
  const read = scoreRules.readSettings({ ...golden.settings, ...settings }, options);
  if (!read.ok) throw new Error(read.refusal.kind);
  return scoreRules.count({ options, settings: read.value }, golden.ballots, "");
}

test("an option that only its few friends score wins where a blank is no opinion, and loses where it is 0 or by sums", () => {
  expect(counted({ blank: "no-opinion" }).elected).toEqual([1]);
  expect(counted({ blank: "zero" }).elected).toEqual([0]);
  expect(counted({ by: "sum", blank: "zero" }).elected).toEqual([0]);
});

test("means are exact: a third more or less is never rounded away", () => {
  const question = { options, settings: { ...scoreRules.defaults, seats: 1 } };
  const ballots = [
    { ballot: { marks: [1, 0] }, count: 1 },
    { ballot: { marks: [0, 1] }, count: 2 },
    { ballot: { marks: [0, 0] }, count: 900_000_000 },
  ];
  const tally = scoreRules.count(question, ballots, "");
  expect(tally.elected).toEqual([1]);
  expect(tally.stages[0]?.rows[0]?.cells[2]).toBe("1/900000003");
});

test("a blank that is no opinion and a sum contradict each other", () => {
  expect(scoreRules.readSettings({ by: "sum", blank: "no-opinion" }, options)).toMatchObject({
    refusal: { kind: "sum-without-opinions" },
  });
});

test("a score out of range is refused with the option it is about", () => {
  const question = { options, settings: scoreRules.defaults };
  expect(scoreRules.readBallot({ marks: ["5", ""] }, question)).toEqual({ ok: true, value: { marks: [5] } });
  expect(scoreRules.readBallot({ marks: [null, 6] }, question)).toEqual({
    ok: false,
    refusal: { kind: "mark-out-of-range", option: "Known to two", least: 0, most: 5 },
  });
});

describe("a reply", () => {
  const places = ["New York", "Rome", "Ratio 1:2"];
  const read = (text: string) => scoreWire.fromReply(text, { options: places, settings: scoreRules.defaults }, []);

  test.each([
    ["1:5, 2:2", [5, 2]],
    ["A:5 B:2", [5, 2]],
    ["rome = 4", [null, 4]],
    ["New York: 5\nRome: 3", [5, 3]],
    ["Ratio 1:2: 4", [null, null, 4]],
    ["#3:1", [null, null, 1]],
    ["-", []],
  ])("gives scores: %s", (text, marks) => {
    expect(read(text)).toEqual({ ok: true, value: { marks } });
  });

  test.each([
    ["Rome: 3, Paris: 4", "reply-not-understood"],
    ["Rome: 3, and I like it", "reply-not-understood"],
    ["1:5, 1:4", "option-twice"],
    ["1:5, 9:4", "no-such-option"],
  ])("of which a part is not understood is refused: %s", (text, kind) => {
    expect(read(text)).toMatchObject({ ok: false, refusal: { kind } });
  });

  test.each(["See you at 12:30", "Rome is lovely", "note: bring bread"])("is no guess: %s", (text) => {
    expect(read(text)).toBeNull();
  });
});
