import fc from "fast-check";
import { expect, test } from "vitest";
import { rankingGenerators } from "../../../../testing/ballots/rankings.ts";
import { countPairs, preferring } from "../../model/counting/pairs.ts";
import { readRanking, type Ranking } from "../../model/counting/ranking.ts";
import { rankedPairsRules } from "../ranked-pairs/rules.ts";
import { schulzeRules } from "./rules.ts";

const options = ["Ada", "Bea", "Cem"];

function concluded(seats: number, ballots: readonly (readonly [Ranking, number])[]) {
  const question = { options, settings: { seats } };
  const tally = schulzeRules.count(
    question,
    ballots.map(([ballot, count]) => ({ ballot, count })),
    "",
  );
  return { tally, conclusion: schulzeRules.conclude(tally, question, { eligible: 9, answered: 9 }) };
}

test("options that nothing parts are a tie, told as a set", () => {
  const { tally, conclusion } = concluded(1, [
    [[[0], [1], [2]], 2],
    [[[1], [0], [2]], 2],
  ]);
  expect(tally.elected).toEqual([0, 1]);
  expect(tally.ties).toEqual([{ stage: 1, between: [0, 1], preferred: [], by: "stands" }]);
  expect(conclusion).toMatchObject({ verdict: "tied", chosen: [] });
});

test("a tie beside seats that are sure leaves those chosen", () => {
  const { tally, conclusion } = concluded(2, [[[[0], [1, 2]], 3]]);
  expect(tally.elected).toEqual([0, 1, 2]);
  expect(conclusion).toMatchObject({ verdict: "tied", chosen: [0] });
});

test("equal options that all have a seat are no tie", () => {
  expect(concluded(2, [[[[0, 1], [2]], 3]]).conclusion).toMatchObject({ verdict: "chosen", chosen: [0, 1] });
});

test("an option that wins against each other one is chosen alone, by Schulze and by ranked pairs", () => {
  const generators = rankingGenerators["schulze"];
  if (generators === undefined) throw new Error("no generators");
  const five = [...options, "Dot", "Eve"];
  const question = { options: five, settings: { seats: 1 } };
  const ballot = generators.ballot(question).map((raw) => {
    const read = readRanking(raw, question);
    return read.ok ? read.value : [];
  });
  fc.assert(
    fc.property(fc.array(fc.record({ ballot, count: fc.integer({ min: 1, max: 5 }) }), { maxLength: 9 }), (ballots) => {
      const pairs = countPairs(five.length, ballots);
      const winner = five.findIndex((_, one) =>
        five.every((_, other) => one === other || preferring(pairs, one, other) > preferring(pairs, other, one)),
      );
      if (winner < 0) return;
      expect(schulzeRules.count(question, ballots, "").elected).toEqual([winner]);
      expect(rankedPairsRules.count(question, ballots, "").elected).toEqual([winner]);
    }),
  );
});
