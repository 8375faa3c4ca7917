import { expect, test } from "vitest";
import { lazyConsentRules } from "./rules.ts";
import { lazyConsentWire } from "./wire.ts";

const question = { options: ["Agree", "No opinion", "Object"], settings: {} };

function concluded(agree: number, abstain: number, object: number, eligible: number) {
  const ballots = [agree, abstain, object].flatMap((count, choice) =>
    count === 0 ? [] : [{ ballot: { choice }, count }],
  );
  const tally = lazyConsentRules.count(question, ballots, "");
  return lazyConsentRules.conclude(tally, question, { eligible, answered: tally.ballots });
}

test("silence approves, and is said in people", () => {
  expect(concluded(0, 0, 0, 12)).toMatchObject({ verdict: "carried", why: [{ values: { agree: 0, silent: 12 } }] });
  expect(concluded(2, 1, 0, 12)).toMatchObject({ verdict: "carried", why: [{ values: { agree: 2, silent: 9 } }] });
});

test("one objection stands against any number who agree", () => {
  expect(concluded(11, 0, 1, 12)).toMatchObject({ verdict: "not-carried", why: [{ values: { objections: 1 } }] });
});

test("whoever objects disagrees, and nobody else does", () => {
  expect([0, 1, 2].map((choice) => lazyConsentRules.disagrees?.({ choice }))).toEqual([false, false, true]);
});

test.each([
  ["+1", 0],
  ["Ich enthalte mich", 1],
  ["Je m’y oppose : c’est trop cher", 2],
  ["Me opongo", 2],
  ["Mi oppongo", 2],
  ["Ich erhebe Einspruch", 2],
  ["I object: it is too soon", 2],
  ["-1", 2],
])("a reply is read: %s", (text, choice) => {
  expect(lazyConsentWire.fromReply(text, question, question.options)).toEqual({ ok: true, value: { choice } });
});
