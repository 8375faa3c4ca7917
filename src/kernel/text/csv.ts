/** A table as CSV (RFC 4180), safe to open in a spreadsheet. */
export function csvFrom(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

/**
 * The rows of a CSV text, as they were given to {@link csvFrom}: quoted cells may hold commas, quotes and line ends, and the sign that
 * keeps a cell from being a formula is taken off again. `rowsFrom('a,"b,c"\r\n')` is `[["a", "b,c"]]`.
 */
export function rowsFrom(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cells = csv.replace(/^\ufeff/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g);
  for (const [whole, quoted, plain = "", end] of cells) {
    if (whole === "" && row.length === 0) continue;
    row.push(unguarded(quoted?.replaceAll('""', '"') ?? plain));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

/**
 * A spreadsheet takes a cell that begins with one of these signs for a formula, which may send what stands beside it elsewhere; an
 * apostrophe before it keeps it a text (OWASP, CSV Injection).
 */
const formulaStart = /^[=+\-@\t\r]/;

function csvCell(text: string): string {
  const safe = formulaStart.test(text) || /^'[=+\-@\t\r']/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function unguarded(cell: string): string {
  return /^'[=+\-@\t\r']/.test(cell) ? cell.slice(1) : cell;
}
