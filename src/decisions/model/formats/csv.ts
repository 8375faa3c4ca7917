import { accepted } from "../../../kernel/base/result.ts";
import type { Counted, Place } from "../../methods/method.ts";
import type { Ranking } from "../counting/ranking.ts";
import {
  broken,
  gathered,
  mostBallots,
  mostOptions,
  rankingOfScores,
  readCount,
  type BallotFile,
  type FileBallot,
  type Read,
} from "./ballot-file.ts";
import { csvCell, csvRows, type CsvRow } from "./csv-cells.ts";

/**
 * Reads rankings from CSV whose first row names the columns, in one of two shapes: a column for each option, with its rank (1 is best,
 * equal numbers are equal, empty is left out); or columns `rank 1`, `rank 2` and so on, with names of options. A column `count` says how
 * many ballots a row stands for.
 */
export function readCsv(text: string): Read<BallotFile> {
  const rows = csvRows(text);
  if (!rows.ok) return rows;
  const [head, ...lines] = rows.value;
  if (head === undefined) return broken(1, "no-options");
  const countColumn = head.cells.findIndex((cell) => /^count$/i.test(cell.trim()));
  const columns = Array.from(head.cells.keys()).filter((column) => column !== countColumn && head.cells[column] !== "");
  if (columns.length === 0) return broken(head.line, "no-options");
  const isByRank = columns.every((column) => /^rank\s*\d+$/i.test(head.cells[column] ?? ""));
  const read = isByRank ? byRank(lines, columns) : byOption(head, lines, columns);
  if (!read.ok) return read;
  const { options, rankings } = read.value;
  if (options.length === 0) return broken(head.line, "no-options");
  const counted = withCounts(lines, rankings, countColumn);
  if (!counted.ok) return counted;
  const ballots = gathered(counted.value);
  return accepted({ title: "", seats: null, options, withdrawn: [], tieOrder: [], ballots });
}

/**
 * Writes one row per ballot, a column for each option with its rank. The rows are sorted by what they say: they tell nothing of the order
 * in which ballots came.
 */
export function writeCsv({ options, ballots }: BallotFile): string {
  const rows = ballots.flatMap(({ ballot, count }) => {
    const ranks = new Map(ballot.ranking.flatMap((rank, index) => rank.map((place) => [place, index + 1] as const)));
    const row = options.map((_, place) => ranks.get(place) ?? "").join(",");
    return Array.from({ length: count }, () => row);
  });
  return [options.map(csvCell).join(","), ...rows.toSorted()].map((row) => `${row}\r\n`).join("");
}

interface Rankings {
  readonly options: readonly string[];
  readonly rankings: readonly Ranking[];
}

function byOption(head: CsvRow, lines: readonly CsvRow[], columns: readonly number[]): Read<Rankings> {
  const options = columns.map((column) => (head.cells[column] ?? "").trim());
  if (options.length > mostOptions) return broken(head.line, "too-many-options", String(mostOptions));
  const repeated = options.find((name, place) => options.indexOf(name) !== place);
  if (repeated !== undefined) return broken(head.line, "name-repeated", repeated);
  const rankings: Ranking[] = [];
  for (const { cells, line } of lines) {
    const ranks: (number | null)[] = [];
    for (const column of columns) {
      const cell = (cells[column] ?? "").trim();
      if (cell !== "" && !/^[1-9]\d{0,5}$/.test(cell)) return broken(line, "not-a-number", cell);
      // Better ranks are smaller numbers.
      ranks.push(cell === "" ? null : -Number(cell));
    }
    rankings.push(rankingOfScores(ranks));
  }
  return accepted({ options, rankings });
}

function byRank(lines: readonly CsvRow[], columns: readonly number[]): Read<Rankings> {
  const places = new Map<string, Place>();
  const rankings: Ranking[] = [];
  for (const { cells, line } of lines) {
    const ranking: Place[] = [];
    for (const column of columns) {
      const name = (cells[column] ?? "").trim();
      if (name === "") continue;
      const place = places.get(name) ?? places.size;
      if (place >= mostOptions) return broken(line, "too-many-options", String(mostOptions));
      places.set(name, place);
      if (ranking.includes(place)) return broken(line, "repeated-option", name);
      ranking.push(place);
    }
    rankings.push(ranking.map((place) => [place]));
  }
  return accepted({ options: [...places.keys()], rankings });
}

function withCounts(
  lines: readonly CsvRow[],
  rankings: readonly Ranking[],
  countColumn: number,
): Read<readonly Counted<FileBallot>[]> {
  const counted: Counted<FileBallot>[] = [];
  let total = 0;
  for (const [index, { cells, line }] of lines.entries()) {
    const count = countColumn < 0 ? accepted(1) : readCount((cells[countColumn] ?? "").trim(), line);
    if (!count.ok) return count;
    total += count.value;
    if (total > mostBallots) return broken(line, "count-too-large", cells[countColumn]);
    counted.push({ ballot: { ranking: rankings[index] ?? [] }, count: count.value });
  }
  return accepted(counted);
}
