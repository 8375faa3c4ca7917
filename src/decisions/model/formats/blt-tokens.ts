import { accepted } from "../../../kernel/base/result.ts";
import { broken, withoutMark, type Read } from "./ballot-file.ts";

/** A piece of a BLT file: a word, a quoted text, or one of the signs `( ) [ ] =`. */
export interface BltToken {
  readonly kind: "word" | "text" | "sign";
  readonly text: string;
  readonly line: number;
  /** Whether it is the first of its line. */
  readonly begins: boolean;
  /** The rest of its line as it stands, from this piece on, comments left out; names that are not quoted are read from it. */
  readonly rest: string;
}

/**
 * The pieces of a BLT file. A line end is white space like any other; `#` begins a comment to the end of the line, `/*` one to the
 * next `*` and `/`. Inside quotation marks neither counts, and a doubled mark stands for one.
 */
export function bltTokens(file: string): Read<readonly BltToken[]> {
  const text = withoutMark(file);
  const tokens: BltToken[] = [];
  let [at, line, begins] = [0, 1, true];
  while (at < text.length) {
    const sign = text[at] ?? "";
    if (sign === "\n") [line, begins] = [line + 1, true];
    if (/\s/.test(sign)) {
      at += 1;
      continue;
    }
    if (sign === "#") {
      at = endOfLine(text, at);
      continue;
    }
    if (text.startsWith("/*", at)) {
      const end = text.indexOf("*/", at + 2);
      if (end < 0) return broken(line, "comment-open");
      line += text.slice(at, end).split("\n").length - 1;
      at = end + 2;
      continue;
    }
    const piece = sign === '"' ? quoted(text, at) : plain(text, at);
    if (piece === undefined) return broken(line, "quote-open", text.slice(at, endOfLine(text, at)));
    tokens.push({
      kind: piece.kind,
      text: piece.text,
      line,
      begins,
      rest: text.slice(at, endOfLine(text, at)).trimEnd(),
    });
    line += text.slice(at, piece.end).split("\n").length - 1;
    [at, begins] = [piece.end, false];
  }
  return accepted(tokens);
}

type Piece = Pick<BltToken, "kind" | "text"> & { readonly end: number };

function quoted(text: string, from: number): Piece | undefined {
  let at = from + 1;
  let content = "";
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return undefined;
    content += text.slice(at, end);
    if (text[end + 1] !== '"') return { kind: "text", text: content, end: end + 1 };
    content += '"';
    at = end + 2;
  }
}

function plain(text: string, from: number): Piece {
  const sign = text[from] ?? "";
  if ("()[]=".includes(sign)) return { kind: "sign", text: sign, end: from + 1 };
  let end = from + 1;
  while (end < text.length && !/[\s()[\]="#]/.test(text[end] ?? "") && !text.startsWith("/*", end)) end += 1;
  return { kind: "word", text: text.slice(from, end), end };
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf("\n", from);
  return end < 0 ? text.length : end;
}
