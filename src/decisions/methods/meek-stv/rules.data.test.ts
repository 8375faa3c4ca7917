import { describe, expect, test } from "vitest";
import { ballotText, bltElection, tableRows } from "../../../../testing/ballots/reference-elections.ts";
import type { Stage } from "../method.ts";
import { meekStvRules } from "./rules.ts";

/**
 * Each round of the published counts by the reference rule: quota, surplus, what no longer counts, every vote and every share kept, to the
 * last digit. Ties there fall on the option named first, which is the order declared here.
 */
describe("counts published round by round", () => {
  test.each(["42", "42t", "513", "SC", "SCw", "SC-Vm-12"])("%s", (name) => {
    const file = bltElection(`droop/blt/${name}.blt`);
    const { options, seats, tieOrder } = file;
    const order = tieOrder.length > 0 ? tieOrder : options.map((_, place) => place);
    const ballots = file.ballots.map(({ ballot, count }) => ({ ballot: ballot.ranking, count }));
    const tally = meekStvRules.count({ options, settings: { seats: seats ?? 1, tieOrder: order } }, ballots, "");
    const published = publishedRounds(name);
    expect(tally.stages.map(tableOf)).toEqual(published.map(tableIn));
    expect(tally.stages.map((stage) => numberSaid(stage, "quota"))).toEqual(published.map((row) => row["Quota"]));
    expect(tally.elected.toSorted((one, other) => one - other)).toEqual(electedIn(published.at(-1) ?? {}));
    for (const [index, stage] of tally.stages.entries())
      if (published[index]?.["Action"] === "defeat" && index > 0)
        expect(numberSaid(stage, "surplus")).toBe(published[index]?.["Surplus"]);
  });
});

type PublishedRow = Readonly<Record<string, string>>;

/** Of each round the row of its first election or defeat, with the states of the end in place of its own. */
function publishedRounds(name: string): readonly PublishedRow[] {
  const rows = tableRows(ballotText(`droop/dump/${name}-meek-prf-o6-fixed-p9-d9.txt`), "\t");
  const end = rows.findLast((row) => row["Action"] === "end") ?? {};
  const states = Object.fromEntries(Object.entries(end).filter(([key]) => key.endsWith(".state")));
  const rounds = Map.groupBy(
    rows.filter(({ Action }) => Action === "elect" || Action === "defeat"),
    (row) => row["R"],
  );
  return [...rounds.values()].flatMap(([first]) => (first === undefined ? [] : [{ ...first, ...states }]));
}

function tableOf({ rows }: Stage): readonly string[] {
  return rows
    .flatMap(({ cells, of }) => ("place" in of ? cells : [cells[0] ?? ""]))
    .map((cell) => cell || "0.000000000");
}

function tableIn(row: PublishedRow): readonly string[] {
  const options = standing(row).flatMap((number) => [row[`${number}.vote`] ?? "", row[`${number}.kf`] ?? ""]);
  return [...options, row["Residual"] ?? ""];
}

function electedIn(row: PublishedRow): readonly number[] {
  return [...standing(row).entries()].flatMap(([place, number]) => (row[`${number}.state`] === "E" ? [place] : []));
}

/** The numbers of those who did not withdraw, as the columns name them. */
function standing(row: PublishedRow): readonly string[] {
  return Object.keys(row).flatMap((key) => /^(\d+)\.vote$/.exec(key)?.[1] ?? []);
}

function numberSaid({ said }: Stage, name: string): unknown {
  return said[0]?.values?.[name];
}
