import { describe, expect, test } from "vitest";
import { multipleChoiceRules } from "./rules.ts";
import { multipleChoiceWire } from "./wire.ts";

const options = ["Bread", "Roses", "Salt", "Salt and pepper"];
const settings = { fewest: 1, most: 2, seats: 1 };
const question = { options, settings };

test("a ballot keeps to the limits, and says what to mend when it does not", () => {
  const read = (choices: readonly number[]) => multipleChoiceRules.readBallot({ choices }, question);
  expect(read([2, 0])).toEqual({ ok: true, value: { choices: [0, 2] } });
  expect(read([])).toMatchObject({ refusal: { kind: "too-few-choices", least: 1 } });
  expect(read([0, 1, 2])).toMatchObject({ refusal: { kind: "too-many-choices", most: 2 } });
  expect(read([1, 1])).toMatchObject({ refusal: { kind: "option-twice", option: "Roses" } });
  expect(read([4])).toMatchObject({ refusal: { kind: "ballot-unreadable" } });
});

test.each([
  [{ fewest: 3, most: 2 }, "fewest-above-most"],
  [{ most: 9 }, "choices-out-of-range"],
  [{ seats: 4 }, "seats-out-of-range"],
  [{ colour: "red" }, "settings-unreadable"],
])("settings that contradict the options are refused: %j", (raw, kind) => {
  expect(multipleChoiceRules.readSettings(raw, options)).toMatchObject({ refusal: { kind } });
});

test("a native poll is offered only where it keeps the limits", () => {
  const poll = (fewest: number, most: number | null) =>
    multipleChoiceWire.asPoll({ options, settings: { fewest, most, seats: 1 } });
  expect(poll(1, null)).toEqual({ multiple: true });
  expect(poll(1, 1)).toEqual({ multiple: false });
  expect(poll(1, 2)).toBeNull();
  expect(poll(2, null)).toBeNull();
});

describe("a reply", () => {
  const read = (text: string) => multipleChoiceWire.fromReply(text, question, []);

  test.each([
    ["1, 3", [0, 2]],
    ["3 1", [0, 2]],
    ["Bread and roses", [0, 1]],
    ["Salt and pepper", [3]],
    ["pan", null],
    ["Salt + Salt and pepper", [2, 3]],
    ["-", []],
  ])("is read as a list: %s", (text, choices) => {
    expect(read(text)).toEqual(choices === null ? null : { ok: true, value: { choices } });
  });

  test("of which a part is not understood is refused with that part", () => {
    expect(read("Bread, honey")).toMatchObject({ refusal: { kind: "reply-not-understood", given: "honey" } });
    expect(read("1, 7")).toMatchObject({ refusal: { kind: "no-such-option", given: "7", most: 4 } });
  });
});
