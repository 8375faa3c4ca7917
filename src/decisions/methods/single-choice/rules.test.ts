import { describe, expect, test } from "vitest";
import { singleChoiceRules, type SingleChoiceSettings } from "./rules.ts";
import { singleChoiceWire } from "./wire.ts";

const options = ["Bread", "Roses", "Salt"];

function concluded(settings: Partial<SingleChoiceSettings>, counts: readonly number[], none = 0) {
  const question = { options, settings: { ...singleChoiceRules.defaults, ...settings } };
  const ballots = counts.map((count, choice) => ({ ballot: { choice }, count })).filter(({ count }) => count > 0);
  const blank = none > 0 ? [{ ballot: { choice: "none" as const }, count: none }] : [];
  const tally = singleChoiceRules.count(question, [...ballots, ...blank], "");
  return singleChoiceRules.conclude(tally, question, { eligible: 99, answered: tally.ballots });
}

test("most voices are enough by plurality, and two that have as many are tied", () => {
  expect(concluded({}, [4, 3, 3])).toMatchObject({ verdict: "chosen", chosen: [0] });
  expect(concluded({}, [4, 4, 1])).toMatchObject({ verdict: "tied", chosen: [] });
});

describe("a majority", () => {
  test("is more than half of all who answered", () => {
    expect(concluded({ required: "majority" }, [5, 3, 2]).verdict).toBe("not-carried");
    expect(concluded({ required: "majority" }, [6, 3, 2])).toMatchObject({ verdict: "chosen", chosen: [0] });
  });

  test("that is missed says in people how far", () => {
    expect(concluded({ required: "majority" }, [4, 3, 3]).why).toEqual([
      { key: "decisions.method.single-choice.why.no-majority", values: { most: 4, ballots: 10, least: 6, more: 2 } },
    ]);
  });
});

describe("none of these", () => {
  test("stops an option that has no more voices than it", () => {
    expect(concluded({ none: true }, [4, 1, 0], 4).verdict).toBe("not-carried");
    expect(concluded({ none: true }, [5, 1, 0], 4)).toMatchObject({ verdict: "chosen", chosen: [0] });
  });

  test("counts among those of whom a majority is asked", () => {
    expect(concluded({ none: true, required: "majority" }, [5, 0, 0], 4).verdict).toBe("chosen");
    expect(concluded({ none: true, required: "majority" }, [5, 1, 0], 4).verdict).toBe("not-carried");
  });

  test("is refused where it is not offered, and else a further option of the native poll", () => {
    const closed = { options, settings: singleChoiceRules.defaults };
    expect(singleChoiceRules.readBallot({ choice: "none" }, closed)).toMatchObject({
      refusal: { kind: "none-not-offered" },
    });
    const open = { options, settings: { required: "plurality" as const, none: true } };
    expect(singleChoiceWire.asPoll(open)?.further).toEqual(["decisions.method.row.none-of-these"]);
    expect(singleChoiceWire.fromPoll([3], open)).toEqual({ choice: "none" });
    expect(singleChoiceWire.fromReply("Keine davon!", open, [])).toEqual({ ok: true, value: { choice: "none" } });
  });
});

describe("a reply", () => {
  const read = (text: string, names: readonly string[] = options) =>
    singleChoiceWire.fromReply(text, { options: names, settings: singleChoiceRules.defaults }, []);

  test.each(["Bread", "bread, because we are hungry", "1", "#1", "@poll@koinon.example Bread!"])(
    "names one: %s",
    (text) => {
      expect(read(text)).toEqual({ ok: true, value: { choice: 0 } });
    },
  );

  test.each([
    ["Bread. No, roses!", "reply-several"],
    ["4", "no-such-option"],
  ])("that is doubtful is refused: %s", (text, kind) => {
    expect(read(text)).toMatchObject({ ok: false, refusal: { kind } });
  });

  test("by a number that is another option's name is doubtful, and by # it is not", () => {
    const years = ["1", "3", "2"];
    expect(read("2", years)).toMatchObject({ ok: false, refusal: { kind: "reply-ambiguous", given: "2" } });
    expect(read("#2", years)).toEqual({ ok: true, value: { choice: 1 } });
    expect(read("3", ["Long", "long"])).toMatchObject({ ok: false, refusal: { kind: "no-such-option" } });
    expect(read("Long", ["Long", "long"])).toMatchObject({ ok: false, refusal: { kind: "reply-ambiguous" } });
  });

  test.each(["I like bread and roses alike", "Is bread vegan?", "+1", "12:30 works for me"])(
    "is no guess: %s",
    (text) => {
      expect(read(text)).toBeNull();
    },
  );
});
