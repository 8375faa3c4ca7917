import { expect, test } from "vitest";
import type { Ranking } from "../../model/counting/ranking.ts";
import { irvRules, type IrvSettings } from "./rules.ts";

const options = ["Ada", "Bea", "Cem", "Dot"];

function counted(ballots: readonly (readonly [Ranking, number])[], settings: Partial<IrvSettings> = {}, seed = "") {
  const question = { options, settings: { ...irvRules.defaults, ...settings } };
  return irvRules.count(
    question,
    ballots.map(([ballot, count]) => ({ ballot, count })),
    seed,
  );
}

test("more than half of the votes is chosen at once; half is not", () => {
  expect(
    counted([
      [[[0]], 3],
      [[[1]], 2],
    ]).stages,
  ).toHaveLength(1);
  expect(
    counted([
      [[[0]], 2],
      [[[1]], 1],
      [[[2]], 1],
    ]).stages.length,
  ).toBeGreaterThan(1);
});

test("ballots that run out are shown, and count for no majority", () => {
  const tally = counted([
    [[[0]], 4],
    [[[1]], 3],
    [[[2]], 2],
  ]);
  expect(tally.elected).toEqual([0]);
  const exhausted = tally.stages.map(({ rows }) => rows.at(-1)?.cells[0]);
  // Dot, then Cem are out; 4 of the 7 that are left is a majority, 4 of 9 would be none.
  expect(exhausted).toEqual(["0", "0", "2"]);
});

test("a tie for exclusion falls by the last earlier stage at which they differed", () => {
  // Dot's ballot raises Cem to Bea's 2; before, Cem had 1.
  const tally = counted(
    [
      [[[0]], 4],
      [[[1]], 2],
      [[[2]], 1],
      [[[3], [2]], 1],
    ],
    { ties: "earlier-stages", tieOrder: [3, 1, 2, 0] },
  );
  expect(tally.ties).toEqual([
    { stage: 0, between: [2, 3], preferred: [2], by: "lot" },
    { stage: 1, between: [1, 2], preferred: [1], by: "earlier-stage" },
  ]);
});

test("where the settings say lot, earlier stages are not asked", () => {
  const ballots = [
    [[[0]], 4],
    [[[1]], 2],
    [[[2]], 1],
    [[[3], [2]], 1],
  ] as const;
  const tally = counted(ballots, { ties: "lot", tieOrder: [3, 1, 2, 0] });
  expect(tally.ties.at(1)).toEqual({ stage: 1, between: [1, 2], preferred: [2], by: "lot" });
});

test("the lot follows from the seed: other seeds exclude others", () => {
  const even = [
    [[[0]], 1],
    [[[1]], 1],
    [[[2]], 1],
    [[[3]], 1],
  ] as const;
  const winners = new Set(["a", "b", "c", "d", "e", "f", "g", "h"].map((seed) => counted(even, {}, seed).elected[0]));
  expect(winners.size).toBeGreaterThan(1);
  expect(counted(even, {}, "a")).toEqual(counted(even, {}, "a"));
});

test("only blank ballots choose nothing", () => {
  const tally = counted([[[], 3]]);
  expect(tally).toMatchObject({ ballots: 3, elected: [] });
  expect(irvRules.conclude(tally, { options, settings: irvRules.defaults }, { eligible: 9, answered: 3 })).toEqual({
    verdict: "no-answers",
    chosen: [],
    why: [{ key: "decisions.method.ranked.why.no-preferences", values: { ballots: 3 } }],
  });
});

test("equal ranks, unknown and repeated options are refused with what is to be mended", () => {
  const question = { options, settings: irvRules.defaults };
  expect(irvRules.readBallot([[0, 1]], question)).toEqual({
    ok: false,
    refusal: { kind: "ranking-equal-ranks", option: "Ada" },
  });
  expect(irvRules.readBallot([[4]], question)).toMatchObject({
    refusal: { kind: "ranking-unknown-option", given: "5" },
  });
  expect(irvRules.readBallot([[1], [0], [1]], question)).toMatchObject({
    refusal: { kind: "ranking-repeated-option", option: "Bea" },
  });
  for (const raw of [null, "2 > 1", [0, 1], [[]], [["0"]], [[0.5]], [[-1]]])
    expect(irvRules.readBallot(raw, question)).toHaveProperty("ok", false);
});

test("an order for ties names each option once, or none", () => {
  expect(irvRules.readSettings({ tieOrder: [3, 2, 1, 0] }, options)).toMatchObject({ ok: true });
  for (const tieOrder of [[0], [0, 1, 2, 2], [0, 1, 2, 3, 3], "lot"])
    expect(irvRules.readSettings({ tieOrder }, options)).toMatchObject({
      refusal: { kind: "ranking-tie-order-incomplete" },
    });
  expect(irvRules.readSettings({ ties: "coin" }, options)).toMatchObject({ refusal: { given: "ties" } });
  expect(irvRules.readSettings({ seats: 2 }, options)).toMatchObject({ refusal: { given: "seats" } });
});
