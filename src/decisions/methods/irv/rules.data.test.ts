import { describe, expect, test } from "vitest";
import {
  ballotText,
  bltElection,
  prefLibElection,
  tableRows,
} from "../../../../testing/ballots/reference-elections.ts";
import { readCsv } from "../../model/formats/csv.ts";
import { csvRows } from "../../model/formats/csv-cells.ts";
import type { BallotFile } from "../../model/formats/ballot-file.ts";
import { irvRules } from "./rules.ts";

function counted({ options, ballots }: BallotFile) {
  const question = { options, settings: irvRules.defaults };
  const tally = irvRules.count(
    question,
    ballots.map(({ ballot, count }) => ({ ballot: ballot.ranking, count })),
    "",
  );
  return { tally, elected: tally.elected.map((place) => options[place]) };
}

describe("Scotland's by-elections, one seat each", () => {
  const single = tableRows(ballotText("scottish/reference-winners.csv"), ",").filter((row) => row["seats"] === "1");

  test.each(single.map((row) => [row["file"] ?? "", row] as const))("%s", (name, row) => {
    const { tally, elected } = counted(bltElection(`scottish/blt/${name}`));
    expect(tally.elected.map((place) => place + 1).join(" ")).toBe(row["elected_ids"]);
    expect(elected).toHaveLength(1);
    expect(tally.ties.filter(({ by }) => by === "lot")).toEqual([]);
  });
});

test("the case in which instant runoff misses the Condorcet winner has its published winner", () => {
  expect(counted(prefLibElection("minimal_resolute_Instant_Runoff.soc")).elected).toEqual(["2"]);
});

/**
 * RCTab's report excludes in batches, exhausts a ballot at an overvote or two skipped ranks, and settles ties by the order on the ballot
 * paper: other rules than ours. Its winner is ours as well, and so are its first preferences.
 */
test("the 99 ballots that RCTab publishes as a test have its winner and first preferences", () => {
  const file = portland();
  const { tally, elected } = counted(file);
  expect(elected).toEqual(["Mavodones, Nicholas M. Jr."]);
  const first = (name: string) => tally.stages[0]?.rows[file.options.indexOf(name)]?.cells[0];
  expect(first("Mavodones, Nicholas M. Jr.")).toBe("13");
  expect(first("Carmona, Ralph C.")).toBe("12");
  expect(first("Bragdon, Charles E.")).toBe("11");
  expect(first("Strimling, Ethan K.")).toBe("1");
});

/** The sheet's columns of choices alone, up to the first overvote on each, without its skipped ranks. */
function portland(): BallotFile {
  const [, ...papers] = Array.from(csvRows(ballotText("rctab/2015_portland_mayor_cvr.csv")), (row) => {
    if (!row.ok) throw new Error(JSON.stringify(row.refusal));
    return row.value.cells.slice(3).map((cell) => cell.trim());
  });
  const rankings = papers.map((cells) => {
    const end = cells.findIndex((cell) => cell === "overvote");
    const choices = (end < 0 ? cells : cells.slice(0, end)).filter((cell) => cell !== "" && cell !== "undervote");
    return [...new Set(choices)];
  });
  const longest = Math.max(...rankings.map((ranking) => ranking.length));
  const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell}"`).join(",");
  const head = Array.from({ length: longest }, (_, index) => `rank ${index + 1}`);
  const read = readCsv([head, ...rankings].map(quoted).join("\n"));
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
}
