import { accepted } from "../../../kernel/base/result.ts";
import { broken, withoutMark, type Read } from "./ballot-file.ts";

/** A row of a CSV file and the line in which it begins. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The rows of a CSV file (RFC 4180) one after the other, parted by commas or, as spreadsheets of some languages do, by semicolons:
 * whichever the first line has more of. Line ends of any kind; empty lines are left out. A row that is broken is the last.
 */
export function* csvRows(file: string): Generator<Read<CsvRow>, void> {
  const text = withoutMark(file);
  const [firstLine = ""] = text.replace(/"[^"]*"/g, "").split(/\r|\n/, 1);
  const between = firstLine.split(";").length > firstLine.split(",").length ? ";" : ",";
  let [line, begins, cells, at]: [number, number, string[], number] = [1, 1, [], 0];
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, between);
    if (cell === undefined) {
      yield broken(line, "quote-open", text.slice(at, at + 40));
      return;
    }
    cells.push(harmless(cell.content));
    line += cell.lineEnds;
    at = cell.end;
    if (text[at] === between) {
      at += 1;
      continue;
    }
    if (at < text.length && text[at] !== "\r" && text[at] !== "\n") {
      yield broken(line, "not-understood", text.slice(at, at + 40));
      return;
    }
    if (cells.some((content) => content !== "")) yield accepted({ cells, line: begins });
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    [begins, cells] = [line, []];
  }
}

/** A cell as it is written: quoted where it must be, and never a formula to the spreadsheet that opens it. */
export function csvCell(content: string): string {
  // https://owasp.org/www-community/attacks/CSV_Injection
  const safe = /^[=+\-@\t\r]/.test(content) ? `'${content}` : content;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Takes back what {@link csvCell} put before a cell. */
function harmless(content: string): string {
  return content.startsWith("'") && /^'[=+\-@\t\r]/.test(content) ? content.slice(1) : content;
}

interface Cell {
  readonly content: string;
  readonly end: number;
  /** How many lines end within it. */
  readonly lineEnds: number;
}

function quotedCell(text: string, from: number): Cell | undefined {
  const pieces: string[] = [];
  for (let at = from + 1; ;) {
    const end = text.indexOf('"', at);
    if (end < 0) return undefined;
    pieces.push(text.slice(at, end));
    at = end + 2;
    if (text[end + 1] === '"') continue;
    const lineEnds = text.slice(from, end).split(/\r\n|\r|\n/).length - 1;
    return { content: pieces.join('"'), end: end + 1, lineEnds };
  }
}

function plainCell(text: string, from: number, between: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== between && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { content: text.slice(from, end).trim(), end, lineEnds: 0 };
}
