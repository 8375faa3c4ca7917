import { expect, test } from "vitest";
import { z } from "zod";
import { ballotFiles, ballotText } from "../../../../testing/ballots/reference-elections.ts";
import { stanceRules } from "./rules.ts";

const vote = z.object({ outcome: z.unknown(), votes: z.record(z.string(), z.unknown()) });
/** How the committee writes yes, abstention and no, and our places of agree, abstain and disagree. */
const places = new Map<unknown, number>([
  [1, 0],
  [0, 1],
  [-1, 2],
]);

/** The votes on yes or no; the others rank. */
const decisions = ballotFiles("nodejs-tsc", ".json").flatMap((name) => {
  const { outcome, votes } = vote.parse(JSON.parse(ballotText(`nodejs-tsc/${name}`)));
  const choices = Object.values(votes).map((given) => places.get(given));
  return choices.every((choice) => choice !== undefined) ? [{ name, outcome, choices }] : [];
});

test("the Node.js technical committee has published five votes on yes or no", () => {
  expect(decisions).toHaveLength(5);
});

test.each(decisions)(
  "$name carries by more than half of those who took a side, as published",
  ({ outcome, choices }) => {
    const question = { options: [], settings: stanceRules.defaults };
    const tally = stanceRules.count(
      question,
      choices.map((choice) => ({ ballot: { choice }, count: 1 })),
      "",
    );
    const { verdict } = stanceRules.conclude(tally, question, { eligible: choices.length, answered: choices.length });
    expect([outcome, verdict]).toEqual(["Yes", "carried"]);
  },
);
