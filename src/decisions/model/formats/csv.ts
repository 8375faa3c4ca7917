import { accepted } from "../../../kernel/base/result.ts";
import type { Place } from "../../methods/method.ts";
import type { Ranking } from "../counting/ranking.ts";
import { broken, mostOptions, rankingOfScores, readCount, type BallotFile, type Read } from "./ballot-file.ts";
import { csvCell, csvRows, type CsvRow } from "./csv-cells.ts";
import { startGathering } from "./gathering.ts";

/**
 * Reads rankings from CSV whose first row names the columns, in one of two shapes: a column for each option, with its rank (1 is best,
 * equal numbers are equal, empty is left out); or columns `rank 1`, `rank 2` and so on, with names of options. A column `count` says how
 * many ballots a row stands for.
 */
export function readCsv(text: string): Read<BallotFile> {
  const gathering = startGathering();
  let reader: Reader | undefined;
  for (const row of csvRows(text)) {
    if (!row.ok) return row;
    if (reader === undefined) {
      const head = readHead(row.value);
      if (!head.ok) return head;
      reader = head.value;
      continue;
    }
    const ranking = reader.readRanking(row.value);
    if (!ranking.ok) return ranking;
    const count = countIn(row.value, reader.countColumn);
    if (!count.ok) return count;
    const added = gathering.add({ ranking: ranking.value }, count.value, row.value.line);
    if (!added.ok) return added;
  }
  const options = reader?.options() ?? [];
  if (options.length === 0) return broken(1, "no-options");
  const ballots = gathering.ballots();
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

/** How the rows after the first are read. */
interface Reader {
  readonly countColumn: number;
  /** The options that are known so far. */
  options(): readonly string[];
  readRanking(row: CsvRow): Read<Ranking>;
}

function readHead({ cells, line }: CsvRow): Read<Reader> {
  const countColumn = cells.findIndex((cell) => /^count$/i.test(cell.trim()));
  const columns = Array.from(cells.keys()).filter((column) => column !== countColumn && cells[column] !== "");
  if (columns.length === 0) return broken(line, "no-options");
  if (columns.length > mostOptions) return broken(line, "too-many-options", String(mostOptions));
  if (columns.every((column) => /^rank\s*\d+$/i.test(cells[column] ?? "")))
    return accepted(byRank(columns, countColumn));
  const options = columns.map((column) => (cells[column] ?? "").trim());
  const repeated = options.find((name, place) => options.indexOf(name) !== place);
  return repeated === undefined
    ? accepted(byOption(options, columns, countColumn))
    : broken(line, "name-repeated", repeated);
}

function byOption(options: readonly string[], columns: readonly number[], countColumn: number): Reader {
  const readRanking = ({ cells, line }: CsvRow): Read<Ranking> => {
    const ranks: (number | null)[] = [];
    for (const column of columns) {
      const cell = (cells[column] ?? "").trim();
      if (cell !== "" && !/^[1-9]\d{0,5}$/.test(cell)) return broken(line, "not-a-number", cell);
      // Better ranks are smaller numbers.
      ranks.push(cell === "" ? null : -Number(cell));
    }
    return accepted(rankingOfScores(ranks));
  };
  return { countColumn, options: () => options, readRanking };
}

function byRank(columns: readonly number[], countColumn: number): Reader {
  const places = new Map<string, Place>();
  const readRanking = ({ cells, line }: CsvRow): Read<Ranking> => {
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
    return accepted(ranking.map((place) => [place]));
  };
  return { countColumn, options: () => [...places.keys()], readRanking };
}

function countIn({ cells, line }: CsvRow, column: number): Read<number> {
  return column < 0 ? accepted(1) : readCount((cells[column] ?? "").trim(), line);
}
