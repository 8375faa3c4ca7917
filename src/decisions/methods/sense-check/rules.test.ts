import { expect, test } from "vitest";
import golden from "./golden/three-of-each.json" with { type: "json" };
import { senseCheckRules } from "./rules.ts";
import { senseCheckWire } from "./wire.ts";

const question = { options: golden.options, settings: {} };

test("a sense check shows how people feel and decides nothing", () => {
  const tally = senseCheckRules.count(question, golden.ballots, "");
  expect(tally.stages[0]?.rows.map(({ cells }) => cells[0])).toEqual(["3", "3", "3"]);
  expect(senseCheckRules.conclude(tally, question, { eligible: 9, answered: 9 }).verdict).toBe("informative");
});

test("a sense check without answers says so", () => {
  const tally = senseCheckRules.count(question, [], "");
  expect(senseCheckRules.conclude(tally, question, { eligible: 9, answered: 0 }).verdict).toBe("no-answers");
});

test("a native poll's answer is a ballot, and several at once are none", () => {
  expect(senseCheckWire.asPoll(question)).toEqual({ multiple: false });
  expect(senseCheckRules.readBallot(senseCheckWire.fromPoll([2], question), question)).toMatchObject({ ok: true });
  expect(senseCheckRules.readBallot(senseCheckWire.fromPoll([0, 2], question), question)).toMatchObject({ ok: false });
});

test.each([
  ["Me preocupa: es caro", 2],
  ["Ich bin mir nicht sicher", 1],
  ["Va bene!", 0],
])("a reply is read: %s", (text, choice) => {
  expect(senseCheckWire.fromReply(text, question, golden.options)).toEqual({ ok: true, value: { choice } });
});
