import { expect, test } from "vitest";
import golden from "./golden/five-for-a-garden.json" with { type: "json" };
import { countMeInRules } from "./rules.ts";
import { countMeInWire } from "./wire.ts";

const options = ["In", "Out"];

function concluded(target: number | null, comers: number, others: number) {
  const question = { options, settings: { target } };
  const counts = [comers, others].flatMap((count, choice) => (count > 0 ? [{ ballot: { choice }, count }] : []));
  const tally = countMeInRules.count(question, counts, "");
  return countMeInRules.conclude(tally, question, { eligible: 100, answered: tally.ballots });
}

test("it goes ahead when as many are in as were asked for", () => {
  expect(concluded(golden.settings.target, 5, 2).verdict).toBe(golden.verdict);
  expect(concluded(5, 6, 0).verdict).toBe("carried");
});

test("one too few is said in people", () => {
  expect(concluded(5, 4, 40)).toEqual({
    verdict: "not-carried",
    chosen: [],
    why: [{ key: "decisions.method.count-me-in.why.short", values: { people: 4, target: 5, more: 1 } }],
  });
});

test("without a number to reach it only shows who is in", () => {
  expect(concluded(null, 3, 1).verdict).toBe("informative");
  expect(concluded(null, 0, 0).verdict).toBe("no-answers");
});

test("a target is a number of people, or left out", () => {
  expect(countMeInRules.readSettings({ target: "12" }, options)).toEqual({ ok: true, value: { target: 12 } });
  expect(countMeInRules.readSettings({ target: "" }, options)).toEqual({ ok: true, value: { target: null } });
  for (const target of [0, -3, 1.5, "many", 2_000_000])
    expect(countMeInRules.readSettings({ target }, options)).toMatchObject({
      ok: false,
      refusal: { kind: "target-out-of-range" },
    });
});

test.each([
  ["Count me in!", 0],
  ["Je participe", 0],
  ["Ohne mich", 1],
  ["No contéis conmigo", 1],
  ["2", 1],
])("a reply is read: %s", (text, choice) => {
  const question = { options, settings: { target: null } };
  expect(countMeInWire.fromReply(text, question, options)).toEqual({ ok: true, value: { choice } });
  expect(countMeInWire.fromReply(countMeInWire.inReply({ choice }, question), question, options)).toEqual({
    ok: true,
    value: { choice },
  });
});
