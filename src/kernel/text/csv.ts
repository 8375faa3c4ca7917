/** A table as CSV (RFC 4180), safe to open in a spreadsheet. */
export function csvFrom(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * The rows of a CSV text, as they were given to {@link csvFrom}, or with semicolons or tabs as spreadsheets write them where the comma parts
 * decimals: quoted cells may hold any sign and line ends, and the sign that keeps a cell from being a formula is taken off again. A quote
 * that is not closed goes on to the end. `rowsFrom('a,"b,c"\r\n')` is `[["a", "b,c"]]`.
 */
export function rowsFrom(csv: string): readonly (readonly string[])[] {
  const text = csv.replace(/^\ufeff/, "");
  const delimiter = delimiterOf(text);
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = cellAt(text, at, delimiter);
    row.push(unguarded(cell));
    at = end + (text.startsWith("\r\n", end) ? 2 : 1);
    if (text[end] === delimiter && at < text.length) continue;
    if (text[end] === delimiter) row.push("");
    rows.push(row);
    row = [];
  }
  return rows;
}

/** Of what the first line has most outside quotes. */
function delimiterOf(text: string): string {
  const [line = ""] = text.replace(/"[^"]*"?/g, "").split(/[\r\n]/, 1);
  const times = (sign: string) => line.split(sign).length;
  return [";", "\t"].reduce((best, sign) => (times(sign) > times(best) ? sign : best), ",");
}

/** One cell, and where what follows it begins: a delimiter, a line's end, or the end of all. Looks at no sign twice. */
function cellAt(text: string, from: number, delimiter: string): { readonly cell: string; readonly end: number } {
  let at = from;
  let cell = "";
  if (text[at] === '"') {
    do {
      const close = text.indexOf('"', at + 1);
      const end = close === -1 ? text.length : close;
      cell += `${at === from ? "" : '"'}${text.slice(at + 1, end)}`;
      at = end + 1;
    } while (text[at] === '"');
  }
  const rest = at;
  while (at < text.length && text[at] !== delimiter && text[at] !== "\r" && text[at] !== "\n") at += 1;
  return { cell: cell + text.slice(rest, at), end: Math.min(at, text.length) };
}

/**
 * A spreadsheet takes a cell that begins with one of these signs for a formula, which may send what stands beside it elsewhere; an
 * apostrophe before it keeps it a text (OWASP, CSV Injection).
 */
const formulaStart = /^[=+\-@\t\r]/;

function csvCell(text: string): string {
  const safe = formulaStart.test(text) || /^'[=+\-@\t\r']/.test(text) ? `'${text}` : text;
  return /[",;\t\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function unguarded(cell: string): string {
  return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell;
}
