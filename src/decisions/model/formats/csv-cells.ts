import { accepted } from "../../../kernel/base/result.ts";
import { broken, withoutMark, type Read } from "./ballot-file.ts";

/** A row of a CSV file and the line in which it begins. */
export interface CsvRow {
  readonly cells: readonly string[];
  readonly line: number;
}

/**
 * The rows of a CSV file (RFC 4180), parted by commas or, as spreadsheets of some languages do, by semicolons: whichever the first line
 * has more of. Line ends of any kind; empty lines are left out.
 */
export function csvRows(file: string): Read<readonly CsvRow[]> {
  const text = withoutMark(file);
  const [firstLine = ""] = text.split(/\r|\n/, 1);
  const between = firstLine.split(";").length > firstLine.split(",").length ? ";" : ",";
  const rows: CsvRow[] = [];
  let [line, begins, cells, at]: [number, number, string[], number] = [1, 1, [], 0];
  while (at <= text.length) {
    const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, between);
    if (cell === undefined) return broken(line, "quote-open", text.slice(at, at + 40));
    cells.push(harmless(cell.content));
    line += text.slice(at, cell.end).split(/\r\n|\r|\n/).length - 1;
    at = cell.end;
    if (text[at] === between) {
      at += 1;
      continue;
    }
    if (at < text.length && !/[\r\n]/.test(text[at] ?? ""))
      return broken(line, "not-understood", text.slice(at, at + 40));
    if (cells.some((content) => content !== "")) rows.push({ cells, line: begins });
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line += 1;
    [begins, cells] = [line, []];
  }
  return accepted(rows);
}

/** A cell as it is written: quoted where it must be, and never a formula to the spreadsheet that opens it. */
export function csvCell(content: string): string {
  // https://owasp.org/www-community/attacks/CSV_Injection
  const safe = /^[=+\-@\t\r]/.test(content) ? `'${content}` : content;
  return /[",;\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Takes back what {@link csvCell} put before a cell. */
function harmless(content: string): string {
  return /^'[=+\-@\t\r]/.test(content) ? content.slice(1) : content;
}

interface Cell {
  readonly content: string;
  readonly end: number;
}

function quotedCell(text: string, from: number): Cell | undefined {
  let [at, content] = [from + 1, ""];
  for (;;) {
    const end = text.indexOf('"', at);
    if (end < 0) return undefined;
    content += text.slice(at, end);
    if (text[end + 1] !== '"') return { content, end: end + 1 };
    content += '"';
    at = end + 2;
  }
}

function plainCell(text: string, from: number, between: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== between && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { content: text.slice(from, end).trim(), end };
}
