import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { Counted, Place } from "../../methods/method.ts";
import type { Ranking } from "../counting/ranking.ts";

/** An election as a file tells it, whatever its format. */
export interface BallotFile {
  /** Empty when the file names none. */
  readonly title: string;
  /** How many are to be chosen; null when the file does not say. */
  readonly seats: number | null;
  readonly options: readonly string[];
  /** Places of options that no longer stand: to be left out of the count. */
  readonly withdrawn: readonly Place[];
  /** The order in which options that tie are dealt with; empty when the file states none. */
  readonly tieOrder: readonly Place[];
  readonly ballots: readonly Counted<FileBallot>[];
}

/** A ballot of a file: its ranking, and the scores it rests on where the format has scores, by option (null for no opinion). */
export interface FileBallot {
  readonly ranking: Ranking;
  readonly scores?: readonly (number | null)[];
}

/** Why a file cannot be read, and in which line, from 1. Its words are `decisions.file.<problem>`; `given` is what stood there. */
export interface FileRefusal {
  readonly kind: "ballot-file-broken";
  readonly line: number;
  readonly problem: FileProblem;
  readonly given: string;
}

/** What can be wrong with a file of ballots. */
export type FileProblem =
  | "ends-early"
  | "not-a-number"
  | "count-too-large"
  | "unknown-option"
  | "repeated-option"
  | "too-many-options"
  | "names-missing"
  | "name-repeated"
  | "quote-open"
  | "comment-open"
  | "option-block-unknown"
  | "not-understood"
  | "no-options"
  | "not-json"
  | "not-an-export";

/** A result of reading: a value, or what is wrong and where. */
export type Read<Value> = Result<Value, FileRefusal>;

/** The largest number of ballots that a file may hold in all: every count stays exact up to here. */
export const mostBallots = 1_000_000_000;

/** The most options that a file may name. */
export const mostOptions = 1000;

/** Refuses a file at a line. */
export function broken(
  line: number,
  problem: FileProblem,
  given = "",
): { readonly ok: false; readonly refusal: FileRefusal } {
  return { ok: false, refusal: { kind: "ballot-file-broken", line, problem, given: given.slice(0, 100) } };
}

/** A whole number of ballots, at least 1; refuses `not-a-number` and `count-too-large`. */
export function readCount(text: string, line: number): Read<number> {
  if (!/^\d+$/.test(text) || /^0+$/.test(text)) return broken(line, "not-a-number", text);
  const count = Number(text);
  return count > mostBallots ? broken(line, "count-too-large", text) : accepted(count);
}

/** Text without a byte order mark at its beginning. */
export function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

/** The ranking that scores give: higher before lower, equal ones equal, no opinion left out. `[1, null, 5]` is `[[2], [0]]`. */
export function rankingOfScores(scores: readonly (number | null)[]): Ranking {
  const scoreOf = (place: Place) => scores[place] ?? 0;
  const given = Array.from(scores.keys()).filter((place) => scores[place] !== null && scores[place] !== undefined);
  const ranking: Place[][] = [];
  let last: number | undefined;
  for (const place of given.sort((one, other) => scoreOf(other) - scoreOf(one) || one - other)) {
    if (scoreOf(place) === last) ranking.at(-1)?.push(place);
    else ranking.push([place]);
    last = scoreOf(place);
  }
  return ranking;
}
