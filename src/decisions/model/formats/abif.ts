import { accepted } from "../../../kernel/base/result.ts";
import type { Counted, Place } from "../../methods/method.ts";
import {
  broken,
  gathered,
  mostBallots,
  mostOptions,
  rankingOfScores,
  readCount,
  withoutMark,
  type BallotFile,
  type FileBallot,
  type Read,
} from "./ballot-file.ts";

/**
 * Reads ABIF (https://electowiki.org/wiki/ABIF, https://github.com/electorama/abif), which has no formal specification: lines such as
 * `27: A>B=C`, `5: A/5,B/2` or `4: A,C`, with `*` for `:` if one likes; names bare, in brackets or in quotation marks; `=c1: [Long name]`
 * for what a short name means; `{title: "…"}` and other keys, of which only the title and the seats are used; comments after `#`.
 *
 * Scores make the ranking where the options are parted by commas; where they are parted by `>` and `=`, the scores must agree with it.
 */
export function readAbif(text: string): Read<BallotFile> {
  const reader: Reader = { title: "", seats: null, options: [], keys: new Map() };
  const ballots: Counted<{ readonly ranks: readonly (readonly Mark[])[]; readonly line: number }>[] = [];
  let total = 0;
  for (const [index, raw] of withoutMark(text)
    .split(/\r\n|\r|\n/)
    .entries()) {
    const [line, number] = [withoutComment(raw).trim(), index + 1];
    if (line === "") continue;
    if (line.startsWith("{")) readMetadata(reader, line);
    else if (line.startsWith("=")) {
      const read = readDeclaration(reader, line, number);
      if (!read.ok) return read;
    } else {
      const ballot = readBallotLine(reader, line, number);
      if (!ballot.ok) return ballot;
      total += ballot.value.count;
      if (total > mostBallots) return broken(number, "count-too-large", line);
      ballots.push({ ballot: { ranks: ballot.value.ranks, line: number }, count: ballot.value.count });
    }
  }
  const { title, seats, options } = reader;
  if (options.length === 0) return broken(1, "no-options");
  const repeated = options.find((name, place) => options.indexOf(name) !== place);
  if (repeated !== undefined) return broken(1, "name-repeated", repeated);
  const read: Counted<FileBallot>[] = [];
  for (const { ballot, count } of ballots) {
    const made = ballotOf(ballot.ranks, options.length);
    if (made === null) return broken(ballot.line, "not-understood", "/");
    read.push({ ballot: made, count });
  }
  return accepted({ title, seats, options, withdrawn: [], tieOrder: [], ballots: gathered(read) });
}

/** Writes ABIF; scores where every ballot has them, else rankings. */
export function writeAbif({ title, seats, options, ballots }: BallotFile): string {
  const key = (place: Place) => `c${place + 1}`;
  const lines = ballots.map(({ ballot, count }) => {
    if (ballot.scores === undefined)
      return `${count}: ${ballot.ranking.map((rank) => rank.map(key).join("=")).join(">")}`;
    const scores = ballot.scores.flatMap((score, place) => (score === null ? [] : [`${key(place)}/${score}`]));
    return `${count}: ${scores.join(",")}`;
  });
  const head = [
    ...(title === "" ? [] : [`{"title": ${JSON.stringify(title)}}`]),
    ...(seats === null ? [] : [`{"seats": ${seats}}`]),
    ...options.map(
      (name, place) => `=${key(place)}: [${name.replace(/\s+/g, " ").replaceAll("[", "(").replaceAll("]", ")")}]`,
    ),
  ];
  return `${[...head, ...lines.map((line) => line.trimEnd())].join("\n")}\n`;
}

interface Reader {
  title: string;
  seats: number | null;
  readonly options: string[];
  /** The place of each option by its short name. */
  readonly keys: Map<string, Place>;
}

/** An option on a ballot, and its score if it has one. */
interface Mark {
  readonly place: Place;
  readonly score: number | null;
}

/** A `#` outside brackets and quotation marks begins a comment. */
function withoutComment(line: string): string {
  const pieces = /^(?:[^#["]+|\[[^\]]*\]|"(?:[^"\\]|\\.)*"|["[])*/.exec(line);
  return pieces?.[0] ?? line;
}

function readMetadata(reader: Reader, line: string): void {
  const title = /["']?title["']?\s*:\s*("(?:[^"\\]|\\.)*")/i.exec(line)?.[1];
  if (title !== undefined) reader.title = unescaped(title);
  const seats = /["']?(?:max_)?(?:seats|num_winners)["']?\s*:\s*(\d{1,4})\b/i.exec(line)?.[1];
  if (seats !== undefined) reader.seats = Number(seats);
}

function unescaped(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    // Not quite JSON: as it stands, without its quotation marks.
    return text.slice(1, -1);
  }
}

function readDeclaration(reader: Reader, line: string, number: number): Read<null> {
  const [, key = "", value = ""] = /^=\s*((?:\[[^\]]*\]|"[^"]*"|[^:[\]"]+))\s*:\s*(.*)$/.exec(line) ?? [];
  const name = bare(value);
  if (key === "" || name === "") return broken(number, "not-understood", line);
  if (reader.keys.has(bare(key)) || reader.options.includes(name)) return broken(number, "name-repeated", bare(key));
  return add(reader, bare(key), name, number);
}

function add(reader: Reader, key: string, name: string, number: number): Read<null> {
  if (reader.options.length >= mostOptions) return broken(number, "too-many-options", String(mostOptions));
  reader.keys.set(key, reader.options.length);
  reader.options.push(name);
  return accepted(null);
}

function readBallotLine(
  reader: Reader,
  line: string,
  number: number,
): Read<{ readonly count: number; readonly ranks: readonly (readonly Mark[])[] }> {
  const [, weight = "", rest = ""] = /^([^:*]*?)\s*[:*](.*)$/.exec(line) ?? [];
  const count = readCount(weight, number);
  if (!count.ok) return broken(number, count.refusal.problem, line);
  const ranks: Mark[][] = [];
  const seen = new Set<Place>();
  let between = ">";
  // What one voter added about the ballot stands in braces at the end.
  let left = rest.replace(/:?\s*\{[^{}]*\}\s*$/, "").trim();
  while (left !== "") {
    const piece = /^(\[[^\]]*\]|"[^"]*"|[^\s>=,/[\]"]+)\s*(?:\/\s*(-?\d+))?\s*([>=,]?)\s*/.exec(left);
    if (piece?.[1] === undefined) return broken(number, "not-understood", left);
    const key = bare(piece[1]);
    if (!reader.keys.has(key)) {
      const added = add(reader, key, key, number);
      if (!added.ok) return added;
    }
    const place = reader.keys.get(key) ?? 0;
    if (seen.has(place)) return broken(number, "repeated-option", key);
    seen.add(place);
    const mark = { place, score: piece[2] === undefined ? null : Number(piece[2]) };
    const last = ranks.at(-1);
    if (between === ">" || last === undefined) ranks.push([mark]);
    else last.push(mark);
    left = left.slice(piece[0].length);
    between = piece[3] ?? "";
    if ((between === "") !== (left === "")) return broken(number, "not-understood", left === "" ? line : left);
  }
  return accepted({ count: count.value, ranks });
}

/** The ballot of one line; null when its scores say otherwise than its order. */
function ballotOf(ranks: readonly (readonly Mark[])[], options: number): FileBallot | null {
  const marks = ranks.flat();
  const ranking = ranks.map((rank) => rank.map(({ place }) => place));
  if (marks.every(({ score }) => score === null)) return { ranking };
  const scores = Array.from(
    { length: options },
    (_, place) => marks.find((mark) => mark.place === place)?.score ?? null,
  );
  const isUnordered = ranks.length === 1;
  if (isUnordered) return { ranking: rankingOfScores(scores), scores };
  const best = ranks.map((rank) => rank.map(({ score }) => score ?? Number.NEGATIVE_INFINITY));
  const agrees = best.every((rank, index) => {
    const following = best[index + 1] ?? [];
    return following.every((score) => rank.every((higher) => higher >= score));
  });
  return agrees ? { ranking, scores } : null;
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^\[(.*)\]$|^"(.*)"$/, "$1$2")
    .replace(/\s+/g, " ")
    .trim();
}
