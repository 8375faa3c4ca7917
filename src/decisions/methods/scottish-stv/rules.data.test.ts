import { describe, expect, test } from "vitest";
import { ballotFiles, ballotText, bltElection, tableRows } from "../../../../testing/ballots/reference-elections.ts";
import type { BallotFile } from "../../model/formats/ballot-file.ts";
import type { Stage } from "../method.ts";
import { scottishStvRules } from "./rules.ts";

function counted(file: BallotFile) {
  const question = {
    options: file.options,
    settings: { seats: file.seats ?? 1, tieOrder: file.options.map((_, place) => place) },
  };
  return scottishStvRules.count(
    question,
    file.ballots.map(({ ballot, count }) => ({ ballot: ballot.ranking, count })),
    "",
  );
}

describe("wards of Scotland's councils, 2012 to 2022", () => {
  const references = tableRows(ballotText("scottish/reference-winners.csv"), ",");

  test.each(references.map((row) => [row["file"] ?? "", row] as const))("%s", (name, row) => {
    const file = bltElection(`scottish/blt/${name}`);
    const tally = counted(file);
    const elected = tally.elected.map((place) => place + 1).toSorted((one, other) => one - other);
    expect(elected.join(" ")).toBe(row["elected_ids"]);
    expect(file.options.length).toBe(Number(row["candidates"]));
    expect(tally.ballots).toBe(Number(row["valid_ballots"]));
    expect(quotaOf(tally.stages)).toBe(Number(row["quota"]));
    // Nothing was left to the lot.
    expect(tally.ties.filter(({ by }) => by === "lot")).toEqual([]);
  });

  test("Renfrew North and Braehead, 2017, has the published figures of the second stage", () => {
    const file = bltElection("scottish/blt/renfrewshire_2017_ward1.blt");
    const second = counted(file).stages[1];
    const published = (name: string) => Number(second?.rows[file.options.indexOf(name)]?.cells[0]).toFixed(2);
    expect(published("Lisa-Marie HUGHES (SNP)")).toBe("1049.78");
    expect(published("Jane STRANG (C)")).toBe("1087.37");
    expect(published("Alexander MURRIN (Lab)")).toBe("652.68");
  });
});

/** Each table of the published counts by the rule of 2007: quota, what could not be transferred, and every vote, to the last digit. */
describe("counts published stage by stage", () => {
  const wards = ballotFiles("droop/blt/scotland", ".blt").map((name) => `scotland/${name}`);
  const small = ["42.blt", "42t.blt", "513.blt", "SC.blt", "SCw.blt", "SC-Vm-12.blt"];

  test.each([...wards, ...small])("%s", (name) => {
    const file = bltElection(`droop/blt/${name}`);
    const tally = counted(file);
    const published = publishedTables(name.replace(/\.blt$/, ""));
    expect(tally.stages.map((stage) => tableOf(stage))).toEqual(published.map(({ table }) => table));
    expect(tally.elected.toSorted((one, other) => one - other)).toEqual(published.at(-1)?.elected);
  });
});

function quotaOf(stages: readonly Stage[]): unknown {
  return stages[0]?.said[0]?.values?.["quota"];
}

function tableOf({ rows }: Stage): readonly string[] {
  const [cutOff, notTransferable, ...options] = rows.map(({ cells }) => cells[0] ?? "").toReversed();
  expect(cutOff).toMatch(/^\d+\.\d{5}$/);
  return [notTransferable ?? "", ...options.toReversed()].map((cell) => (cell === "" ? "0.00000" : cell));
}

/** The tables after first preferences and after each transfer; transfers of no surplus, which change nothing, are no stage of the rule. */
function publishedTables(
  name: string,
): readonly { readonly table: readonly string[]; readonly elected: readonly number[] }[] {
  const rows = tableRows(ballotText(`droop/dump/${name}-scotland-fixed-p5-d5.txt`), "\t");
  const end = rows.findLast((row) => row["Action"] === "end");
  const tables = rows.filter((row, index) => {
    if (row["Action"] === "begin") return true;
    if (row["Action"] !== "transfer") return false;
    const before = rows[index - 1];
    return before?.["Action"] !== "unpend" || tableIn(before).join() !== tableIn(row).join();
  });
  return tables.map((row) => ({ table: tableIn(row), elected: end === undefined ? [] : electedIn(end) }));
}

function tableIn(row: Readonly<Record<string, string>>): readonly string[] {
  return [row["Non-Transferable"] ?? "", ...standing(row).map((number) => row[`${number}.vote`] ?? "")];
}

function electedIn(row: Readonly<Record<string, string>>): readonly number[] {
  return [...standing(row).entries()].flatMap(([place, number]) => (row[`${number}.state`] === "E" ? [place] : []));
}

/** The numbers of those who did not withdraw, as the columns name them. */
function standing(row: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(row).flatMap((key) => /^(\d+)\.vote$/.exec(key)?.[1] ?? []);
}
