import { accepted } from "../../../kernel/base/result.ts";
import type { Counted, Place } from "../../methods/method.ts";
import { broken, mostOptions, readCount, type BallotFile, type FileBallot, type Read } from "./ballot-file.ts";
import { startGathering } from "./gathering.ts";
import { linesOf } from "./lines.ts";

/** The kinds of PrefLib's files of rankings: strict or with ties, complete or not. */
export type PrefLibKind = "soc" | "soi" | "toc" | "toi";

/**
 * Reads PrefLib's .soc, .soi, .toc and .toi (https://www.preflib.org/format): a header `# KEY: value`, with the options in
 * `# ALTERNATIVE NAME 1: …`, then lines such as `3: 2, {1, 4}`. Options may be numbered from 0 or from any other number. Whether an
 * incomplete line ranks a choice of the options or the top of all is not said by the format; options left out stay left out.
 */
export function readPrefLib(text: string): Read<BallotFile> {
  const header: Header = { title: "", options: [], places: new Map() };
  const gathering = startGathering();
  for (const { text: line, number } of linesOf(text)) {
    if (line === "") continue;
    if (line.startsWith("#")) {
      const read = readHeader(header, line, number);
      if (!read.ok) return read;
      continue;
    }
    const read = readBallotLine(header, line, number);
    if (!read.ok) return read;
    const added = gathering.add(read.value.ballot, read.value.count, number);
    if (!added.ok) return added;
  }
  const { title, options } = header;
  if (options.length === 0) return broken(1, "no-options");
  return accepted({ title, seats: null, options, withdrawn: [], tieOrder: [], ballots: gathering.ballots() });
}

/** Writes PrefLib's format of the kind that the ballots need; scores and seats have no place in it. */
export function writePrefLib(file: BallotFile): { readonly kind: PrefLibKind; readonly text: string } {
  const { title, options, ballots } = file;
  const kind = kindOf(file);
  const voters = ballots.reduce((sum, { count }) => sum + count, 0);
  const number = (place: Place) => String(place + 1);
  const lines = [
    `# TITLE: ${oneLine(title)}`,
    `# DATA TYPE: ${kind}`,
    `# NUMBER ALTERNATIVES: ${options.length}`,
    `# NUMBER VOTERS: ${voters}`,
    `# NUMBER UNIQUE ORDERS: ${ballots.length}`,
    ...options.map((name, place) => `# ALTERNATIVE NAME ${place + 1}: ${oneLine(name)}`),
    ...ballots.map(({ ballot, count }) => {
      const ranks = ballot.ranking.map((rank) =>
        rank.length === 1 ? rank.map(number).join("") : `{${rank.map(number).join(",")}}`,
      );
      return `${count}: ${ranks.join(",")}`.trimEnd();
    }),
  ];
  return { kind, text: `${lines.join("\n")}\n` };
}

function kindOf({ options, ballots }: BallotFile): PrefLibKind {
  const isComplete = ballots.every(({ ballot }) => ballot.ranking.flat().length === options.length);
  const isStrict = ballots.every(({ ballot }) => ballot.ranking.every((rank) => rank.length === 1));
  if (isStrict) return isComplete ? "soc" : "soi";
  return isComplete ? "toc" : "toi";
}

interface Header {
  title: string;
  readonly options: string[];
  /** The place of each option by the number that the file gives it. */
  readonly places: Map<string, Place>;
}

function readHeader(header: Header, line: string, number: number): Read<null> {
  const colon = line.indexOf(":");
  const [key, value] = [line.slice(1, Math.max(1, colon)).trim(), line.slice(colon + 1).trim()];
  if (key === "TITLE") header.title = value;
  if (!key.startsWith(nameOf)) return accepted(null);
  const of = key.slice(nameOf.length).trim();
  const name = oneLine(value);
  if (header.places.has(of) || header.options.includes(name)) return broken(number, "name-repeated", name);
  if (header.options.length >= mostOptions) return broken(number, "too-many-options", String(mostOptions));
  header.places.set(of, header.options.length);
  header.options.push(name);
  return accepted(null);
}

const nameOf = "ALTERNATIVE NAME";

function readBallotLine(header: Header, line: string, number: number): Read<Counted<FileBallot>> {
  const colon = line.indexOf(":");
  const count = readCount(line.slice(0, Math.max(0, colon)).trim(), number);
  if (!count.ok) return broken(number, "not-a-number", line);
  const ranking: Place[][] = [];
  const seen = new Set<Place>();
  for (const words of ranksIn(line.slice(colon + 1).trim())) {
    const rank: Place[] = [];
    for (const word of words) {
      const place = header.places.get(word);
      if (place === undefined) return broken(number, "unknown-option", word);
      if (seen.has(place)) return broken(number, "repeated-option", word);
      seen.add(place);
      rank.push(place);
    }
    ranking.push(rank);
  }
  return accepted({ ballot: { ranking }, count: count.value });
}

/** `ranksIn("2, {1, 4}")` is `2`, then `1` and `4`: options parted by commas, those of equal rank in braces. */
function* ranksIn(order: string): Generator<readonly string[]> {
  for (let from = 0; order !== "" && from <= order.length;) {
    while (order[from] === " ") from += 1;
    const close = order[from] === "{" ? order.indexOf("}", from) : -1;
    const comma = order.indexOf(",", Math.max(from, close));
    const end = comma < 0 ? order.length : comma;
    if (close < 0) yield [order.slice(from, end).trim()];
    else if (order.slice(close + 1, end).trim() !== "") yield [order.slice(from, end)];
    else
      yield order
        .slice(from + 1, close)
        .split(",")
        .map((word) => word.trim());
    from = end + 1;
  }
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
