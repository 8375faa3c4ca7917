import { accepted } from "../../../kernel/base/result.ts";
import type { Counted, Place } from "../../methods/method.ts";
import { broken, mostOptions, readCount, type BallotFile, type FileBallot, type Read } from "./ballot-file.ts";
import { readBltNames } from "./blt-names.ts";
import { bltTokens, type BltToken, type BltTokens } from "./blt-tokens.ts";
import { startGathering } from "./gathering.ts";

/**
 * Reads a BLT file (I. D. Hill, B. A. Wichmann, D. R. Woodall, "Algorithm 123: Single transferable vote by Meek's method", The Computer
 * Journal 30, 1987) with the additions in use: comments, ballot ids and skipped ranks (`-`) of OpenSTV, equal ranks by `=` or in
 * parentheses, and the options `[nick …]`, `[tie …]`, `[withdrawn …]` and `[droop …]`, of which the last says nothing that matters here
 * (https://github.com/jklundell/droop/blob/main/BltFileFormat.md). A ballot that begins with an id in parentheses counts once.
 */
export function readBlt(text: string): Read<BallotFile> {
  const tokens = bltTokens(text);
  const read = readElection(tokens);
  const trouble = tokens.trouble();
  // What is never closed swallows all that comes after it, so that it alone is worth telling.
  return trouble === undefined ? read : broken(trouble.line, trouble.problem, trouble.given);
}

function readElection(tokens: BltTokens): Read<BallotFile> {
  const reader: Reader = { tokens, options: 0, nicks: new Map(), withdrawn: [], tieOrder: [], ballots: 0, seenOn: [] };
  const options = number(tokens, mostOptions);
  if (!options.ok) return options;
  const seats = number(tokens, mostOptions);
  if (!seats.ok) return seats;
  if (options.value === 0) return broken(1, "no-options");
  reader.options = options.value;
  const head = readHead(reader);
  if (!head.ok) return head;
  const ballots = readBallots(reader);
  if (!ballots.ok) return ballots;
  const names = readBltNames(tokens, options.value);
  if (!names.ok) return names;
  const { withdrawn, tieOrder } = reader;
  return accepted({ ...names.value, seats: seats.value, withdrawn, tieOrder, ballots: ballots.value });
}

/** Writes an election as BLT; ranks that hold several options with `=`. Scores have no place in the format and are left out. */
export function writeBlt({ title, seats, options, withdrawn, tieOrder, ballots }: BallotFile): string {
  const numbers = (places: readonly Place[], between: string) => places.map((place) => place + 1).join(between);
  const lines = [
    `${options.length} ${seats ?? 1}`,
    ...(tieOrder.length > 0 ? [`[tie ${numbers(tieOrder, " ")}]`] : []),
    ...(withdrawn.length > 0 ? [withdrawn.map((place) => `-${place + 1}`).join(" ")] : []),
    ...ballots.map(({ ballot, count }) => [count, ...ballot.ranking.map((rank) => numbers(rank, "=")), 0].join(" ")),
    "0",
    ...[...options, title].map(quoted),
  ];
  return `${lines.join("\n")}\n`;
}

function quoted(text: string): string {
  return `"${text.replace(/\s+/g, " ").replaceAll('"', '""')}"`;
}

/** Where reading stands, and what was said about the options so far. */
interface Reader {
  readonly tokens: BltTokens;
  options: number;
  nicks: ReadonlyMap<string, Place>;
  withdrawn: Place[];
  tieOrder: Place[];
  /** How many ballots were begun, and on which of them each option was seen last. */
  ballots: number;
  readonly seenOn: number[];
}

function number(tokens: BltTokens, most: number): Read<number> {
  const token = tokens.next();
  if (token === undefined) return broken(tokens.line(), "ends-early");
  if (token.kind !== "word" || !/^\d+$/.test(token.text)) return broken(token.line, "not-a-number", token.text);
  return Number(token.text) > most ? broken(token.line, "too-many-options", token.text) : accepted(Number(token.text));
}

/** What may stand before the ballots: options in brackets, and numbers of the withdrawn with a minus. */
function readHead(reader: Reader): Read<null> {
  const { tokens } = reader;
  for (;;) {
    const token = tokens.peek();
    if (token?.kind === "sign" && token.text === "[") {
      const block = readBlock(reader);
      if (!block.ok) return block;
    } else if (token?.kind === "word" && /^-\d+$/.test(token.text)) {
      const place = placeOf(reader, token.text.slice(1), token.line);
      if (!place.ok) return place;
      reader.withdrawn.push(place.value);
      tokens.next();
    } else return accepted(null);
  }
}

function readBlock(reader: Reader): Read<null> {
  const { tokens } = reader;
  const start = tokens.next();
  const words: BltToken[] = [];
  for (let token = tokens.next(); token?.text !== "]" || token.kind !== "sign"; token = tokens.next()) {
    if (token === undefined) return broken(start?.line ?? 1, "ends-early", "[");
    if (words.length > mostOptions) return broken(token.line, "too-many-options", String(mostOptions));
    words.push(token);
  }
  const [name, ...rest] = words;
  if (name?.text === "droop") return accepted(null);
  if (name?.text === "nick") {
    if (rest.length !== reader.options) return broken(name.line, "names-missing", "nick");
    reader.nicks = new Map(rest.map(({ text }, place) => [text, place]));
    return accepted(null);
  }
  const target = name?.text === "tie" ? reader.tieOrder : name?.text === "withdrawn" ? reader.withdrawn : undefined;
  if (target === undefined) return broken(name?.line ?? start?.line ?? 1, "option-block-unknown", name?.text);
  for (const { text, line } of rest) {
    const place = placeOf(reader, text, line);
    if (!place.ok) return place;
    target.push(place.value);
  }
  return accepted(null);
}

function readBallots(reader: Reader): Read<readonly Counted<FileBallot>[]> {
  const { tokens } = reader;
  const gathering = startGathering();
  for (;;) {
    const token = tokens.next();
    if (token === undefined) return broken(tokens.line(), "ends-early");
    if (token.text === "0" && token.kind === "word") return accepted(gathering.ballots());
    const count = readWeight(tokens, token);
    if (!count.ok) return count;
    const ranking = readRanks(reader);
    if (!ranking.ok) return ranking;
    const added = gathering.add({ ranking: ranking.value }, count.value, token.line);
    if (!added.ok) return added;
  }
}

function readWeight(tokens: BltTokens, token: BltToken): Read<number> {
  if (token.kind !== "sign" || token.text !== "(") {
    return token.kind === "word" ? readCount(token.text, token.line) : broken(token.line, "not-a-number", token.text);
  }
  for (let word = tokens.next(); word?.text !== ")"; word = tokens.next()) {
    if (word === undefined) return broken(token.line, "ends-early", "(");
  }
  return accepted(1);
}

function readRanks(reader: Reader): Read<readonly (readonly Place[])[]> {
  const { tokens, seenOn } = reader;
  const ranks: Place[][] = [];
  let joins = false;
  let group: Place[] | undefined;
  reader.ballots += 1;
  for (;;) {
    const token = tokens.next();
    if (token === undefined) return broken(tokens.line(), "ends-early");
    const { kind, text, line } = token;
    if (kind === "word" && text === "0" && group === undefined && !joins) return accepted(ranks);
    if (kind === "word" && text === "-") continue;
    if (kind === "sign" && text === "=" && ranks.length > 0) joins = true;
    else if (kind === "sign" && text === "(" && group === undefined) group = [];
    else if (kind === "sign" && text === ")" && group !== undefined) {
      if (group.length > 0) ranks.push(group);
      group = undefined;
    } else if (kind === "word") {
      const place = placeOf(reader, text, line);
      if (!place.ok) return place;
      if (seenOn[place.value] === reader.ballots) return broken(line, "repeated-option", text);
      seenOn[place.value] = reader.ballots;
      const rank = group ?? (joins ? ranks.at(-1) : undefined);
      if (rank === undefined) ranks.push([place.value]);
      else rank.push(place.value);
      joins = false;
    } else return broken(line, "not-understood", text);
  }
}

function placeOf({ nicks, options }: Reader, text: string, line: number): Read<Place> {
  const nick = nicks.get(text);
  if (nick !== undefined) return accepted(nick);
  const place = /^\d+$/.test(text) ? Number(text) - 1 : -1;
  return place >= 0 && place < options ? accepted(place) : broken(line, "unknown-option", text);
}
