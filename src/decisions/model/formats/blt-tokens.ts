import type { FileProblem } from "./ballot-file.ts";
import { withoutMark } from "./ballot-file.ts";

/** A piece of a BLT file: a word, a quoted text, or one of the signs `( ) [ ] =`. */
export interface BltToken {
  readonly kind: "word" | "text" | "sign";
  readonly text: string;
  readonly line: number;
  /** Where it begins in the file, as {@link restOfLine} wants it. */
  readonly at: number;
}

/** Reads a BLT file piece by piece, so that none but the present one is kept. A resource. */
export interface BltTokens {
  /** The next piece; undefined at the end, and from where the file is broken. */
  next(): BltToken | undefined;
  /** The next piece, which stays the next. */
  peek(): BltToken | undefined;
  /** The line of the piece that was read last. */
  line(): number;
  /** Why there are no further pieces before the end of the file. */
  trouble(): Trouble | undefined;
  /** The rest of a piece's line as it stands, from that piece on; names that are not quoted are read from it. */
  restOfLine(token: BltToken): string;
}

/** What is never closed, where it begins, and what stands there. */
export interface Trouble {
  readonly line: number;
  readonly problem: FileProblem;
  readonly given: string;
}

/**
 * The pieces of a BLT file. A line end is white space like any other; `#` begins a comment to the end of the line, `/*` one to the
 * next `*` and `/`. Inside quotation marks neither counts, and a doubled mark stands for one.
 */
export function bltTokens(file: string): BltTokens {
  const scanner: Scanner = { text: withoutMark(file), at: 0, line: 1 };
  let ahead: BltToken | undefined;
  let line = 1;
  const peek = () => (ahead ??= scan(scanner));
  return {
    peek,
    next: () => {
      const token = peek();
      ahead = undefined;
      line = token?.line ?? line;
      return token;
    },
    line: () => line,
    trouble: () => scanner.trouble,
    restOfLine: ({ at }) => scanner.text.slice(at, endOfLine(scanner.text, at)).trimEnd(),
  };
}

interface Scanner {
  readonly text: string;
  at: number;
  line: number;
  trouble?: Trouble;
}

function scan(scanner: Scanner): BltToken | undefined {
  const { text } = scanner;
  passOver(scanner);
  const { at, line } = scanner;
  if (at >= text.length || scanner.trouble !== undefined) return undefined;
  const sign = text[at] ?? "";
  if (sign === '"') return scanText(scanner);
  const isSign = signs.includes(sign);
  const end = isSign ? at + 1 : endOfWord(text, at);
  scanner.at = end;
  return { kind: isSign ? "sign" : "word", text: text.slice(at, end), line, at };
}

const signs = "()[]=";

/** Goes on to the next piece, past white space and comments. */
function passOver(scanner: Scanner): void {
  const { text } = scanner;
  for (;;) {
    const sign = text[scanner.at];
    if (sign === undefined) return;
    if (sign === "#") scanner.at = endOfLine(text, scanner.at);
    else if (text.startsWith("/*", scanner.at)) {
      const end = text.indexOf("*/", scanner.at + 2);
      if (end < 0) {
        scanner.trouble = { line: scanner.line, problem: "comment-open", given: "" };
        return;
      }
      scanner.line += lineEnds(text, scanner.at, end);
      scanner.at = end + 2;
    } else if (isBlank(sign)) {
      if (sign === "\n") scanner.line += 1;
      scanner.at += 1;
    } else return;
  }
}

function scanText(scanner: Scanner): BltToken | undefined {
  const { text, at: from, line } = scanner;
  const pieces: string[] = [];
  for (let at = from + 1; ;) {
    const end = text.indexOf('"', at);
    if (end < 0) {
      scanner.trouble = { line, problem: "quote-open", given: text.slice(from, endOfLine(text, from)) };
      return undefined;
    }
    pieces.push(text.slice(at, end));
    at = end + 2;
    if (text[end + 1] === '"') continue;
    scanner.line += lineEnds(text, from, end);
    scanner.at = end + 1;
    return { kind: "text", text: pieces.join('"'), line, at: from };
  }
}

function endOfWord(text: string, from: number): number {
  let end = from + 1;
  for (let sign = text[end]; sign !== undefined; sign = text[++end]) {
    if (isBlank(sign) || sign === '"' || sign === "#" || signs.includes(sign) || text.startsWith("/*", end)) break;
  }
  return end;
}

function isBlank(sign: string): boolean {
  return sign <= " " || (sign > "~" && /\s/.test(sign));
}

function lineEnds(text: string, from: number, to: number): number {
  return text.slice(from, to).split("\n").length - 1;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
