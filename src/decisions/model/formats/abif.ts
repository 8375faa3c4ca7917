import { accepted } from "../../../kernel/base/result.ts";
import type { Place } from "../../methods/method.ts";
import {
  broken,
  mostOptions,
  rankingOfScores,
  readCount,
  type BallotFile,
  type FileBallot,
  type Read,
} from "./ballot-file.ts";
import { startGathering } from "./gathering.ts";
import { linesOf } from "./lines.ts";

/**
 * Reads ABIF (https://electowiki.org/wiki/ABIF, https://github.com/electorama/abif), which has no formal specification: lines such as
 * `27: A>B=C`, `5: A/5,B/2` or `4: A,C`, with `*` for `:` if one likes; names bare, in brackets or in quotation marks; `=c1: [Long name]`
 * for what a short name means; `{title: "…"}` and other keys, of which only the title and the seats are used; comments after `#`.
 *
 * Scores make the ranking where the options are parted by commas; where they are parted by `>` and `=`, the scores must agree with it.
 */
export function readAbif(text: string): Read<BallotFile> {
  const reader: Reader = { title: "", seats: null, options: [], keys: new Map() };
  const gathering = startGathering();
  for (const { text: raw, number } of linesOf(text)) {
    const line = withoutComment(raw).trim();
    if (line === "") continue;
    if (line.startsWith("{")) readMetadata(reader, line);
    else if (line.startsWith("=")) {
      const read = readDeclaration(reader, line, number);
      if (!read.ok) return read;
    } else {
      const read = readBallotLine(reader, line, number);
      if (!read.ok) return read;
      const ballot = ballotOf(read.value.ranks);
      if (ballot === null) return broken(number, "not-understood", "/");
      const added = gathering.add(ballot, read.value.count, number);
      if (!added.ok) return added;
    }
  }
  const { title, seats, options } = reader;
  if (options.length === 0) return broken(1, "no-options");
  const repeated = options.find((name, place) => options.indexOf(name) !== place);
  if (repeated !== undefined) return broken(1, "name-repeated", repeated);
  const ballots = gathering.ballots().map(({ ballot, count }) => ({ ballot: overAll(ballot, options.length), count }));
  return accepted({ title, seats, options, withdrawn: [], tieOrder: [], ballots });
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

/** A `#` outside brackets and quotation marks begins a comment. What is opened and never closed opens nothing. */
function withoutComment(line: string): string {
  if (!line.includes("#")) return line;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "#") return line.slice(0, at);
    if (line[at] === "[") at = closing(line, "]", at);
    else if (line[at] === '"') at = closing(line, '"', at);
  }
  return line;
}

/** Where what opens here is closed, a quotation mark after a backslash closing nothing; here, if it never is. */
function closing(line: string, sign: "]" | '"', from: number): number {
  for (let at = from + 1; at < line.length; at++) {
    if (line[at] === sign) return at;
    if (line[at] === "\\" && sign === '"') at += 1;
  }
  return from;
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
  const declared = line.slice(1).trimStart();
  const opened = declared.startsWith("[") ? "]" : declared.startsWith('"') ? '"' : undefined;
  const colon = declared.indexOf(":", opened === undefined ? 0 : closing(declared, opened, 0));
  const [key, name] = [bare(declared.slice(0, Math.max(0, colon))), bare(declared.slice(colon + 1))];
  if (key === "" || name === "") return broken(number, "not-understood", line);
  if (reader.keys.has(key) || reader.options.includes(name)) return broken(number, "name-repeated", key);
  return add(reader, key, name, number);
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
  const end = line.search(/[:*]/);
  const [weight, rest] = [line.slice(0, Math.max(0, end)).trim(), line.slice(end + 1)];
  const count = readCount(weight, number);
  if (!count.ok) return broken(number, count.refusal.problem, line);
  const ranks: Mark[][] = [];
  const seen = new Set<Place>();
  let between = ">";
  let left = withoutRemark(rest.trim());
  while (left !== "") {
    const piece = /^(\[[^\]]*\]|"[^"]*"|[^\s>=,/[\]"]+)\s*(?:\/\s*(-?\d{1,9}(?!\d)))?\s*([>=,]?)\s*/.exec(left);
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

/** What one voter added about the ballot stands in braces at the end, perhaps after a colon. */
function withoutRemark(ballot: string): string {
  if (!ballot.endsWith("}")) return ballot;
  const kept = ballot.slice(0, Math.max(0, ballot.lastIndexOf("{"))).trimEnd();
  return kept.endsWith(":") ? kept.slice(0, -1).trimEnd() : kept;
}

/** The ballot of one line; null when its scores say otherwise than its order. */
function ballotOf(ranks: readonly (readonly Mark[])[]): FileBallot | null {
  const marks = ranks.flat();
  const ranking = ranks.map((rank) => rank.map(({ place }) => place));
  if (marks.every(({ score }) => score === null)) return { ranking };
  const last = Math.max(...marks.map(({ place }) => place));
  const scores: (number | null)[] = Array.from({ length: last + 1 }, () => null);
  for (const { place, score } of marks) scores[place] = score;
  if (ranks.length === 1) return { ranking: rankingOfScores(scores), scores };
  const values = ranks.map((rank) => rank.map(({ score }) => score ?? Number.NEGATIVE_INFINITY));
  const agrees = values.every(
    (rank, index) => index === 0 || Math.min(...(values[index - 1] ?? [])) >= Math.max(...rank),
  );
  return agrees ? { ranking, scores } : null;
}

/** Scores as far as there are options, of which some may be named first on a later line. */
function overAll({ ranking, scores }: FileBallot, options: number): FileBallot {
  return scores === undefined
    ? { ranking }
    : { ranking, scores: Array.from({ length: options }, (_, place) => scores[place] ?? null) };
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/^\[(.*)\]$|^"(.*)"$/, "$1$2")
    .replace(/\s+/g, " ")
    .trim();
}
