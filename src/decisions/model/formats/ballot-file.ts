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

/** Ballots alike are one, with their counts added, in the order in which they first come. */
export function gathered(ballots: readonly Counted<FileBallot>[]): readonly Counted<FileBallot>[] {
  const found = new Map<string, { readonly ballot: FileBallot; count: number }>();
  for (const { ballot, count } of ballots) {
    const key = JSON.stringify([ballot.ranking, ballot.scores ?? null]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { ballot, count });
    else known.count += count;
  }
  return [...found.values()];
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

/** The file without those who withdrew: their names go, and they are left out of every ballot. */
export function withoutWithdrawn(file: BallotFile): BallotFile {
  if (file.withdrawn.length === 0) return file;
  const gone = new Set(file.withdrawn);
  const staying = Array.from(file.options.keys()).filter((place) => !gone.has(place));
  const renumbered = new Map(staying.map((place, index) => [place, index]));
  const places = (old: readonly Place[]) => old.flatMap((place) => renumbered.get(place) ?? []);
  const ballots = file.ballots.map(({ ballot, count }) => {
    const ranking = ballot.ranking.map(places).filter((rank) => rank.length > 0);
    const scores = ballot.scores?.filter((_, place) => !gone.has(place));
    return { ballot: scores === undefined ? { ranking } : { ranking, scores }, count };
  });
  const options = staying.map((place) => file.options[place] ?? "");
  return { ...file, options, withdrawn: [], tieOrder: places(file.tieOrder), ballots: gathered(ballots) };
}

/** The ranking that scores give: higher before lower, equal ones equal, no opinion left out. `[1, null, 5]` is `[[2], [0]]`. */
export function rankingOfScores(scores: readonly (number | null)[]): Ranking {
  const places = Map.groupBy(scores.keys(), (place) => scores[place] ?? null);
  const values = [...places.keys()].filter((score) => score !== null).toSorted((one, other) => other - one);
  return values.map((score) => places.get(score) ?? []);
}
