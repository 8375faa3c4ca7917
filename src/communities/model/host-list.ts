import { normalHost, type BlockLevel } from "./block.ts";

/** One server of a list that communities and servers share with each other. */
export interface ListedHost {
  readonly host: string;
  readonly level: BlockLevel;
  readonly reason: string;
}

// The columns by which Mastodon exports and imports (app/models/form/import.rb and the export of /admin/export_domain_blocks); a list
// without a first line that names them has the host alone, one a line.
const columns = ["#domain", "#severity", "#reject_media", "#reject_reports", "#public_comment", "#obfuscate"] as const;

/**
 * Reads a list of servers, in Mastodon's columns or with one host a line. `silence` is `limit`, `suspend` is `block`, and `noop` does
 * not count. Lines whose host is none are left out, such as those that were made unreadable by asterisks.
 *
 * Undefined for what is no such list.
 */
export function readHostList(text: string): readonly ListedHost[] | undefined {
  const rows = csvRows(text);
  const head = rows[0]?.map((cell) => cell.trim().replace(/^#?/, "#").toLowerCase()) ?? [];
  const hasHead = head.includes("#domain");
  if (!hasHead && rows.some((cells) => cells.length !== 1)) return undefined;
  const place = (name: (typeof columns)[number]) => (hasHead ? head.indexOf(name) : name === "#domain" ? 0 : -1);
  const [hostAt, severityAt, commentAt] = [place("#domain"), place("#severity"), place("#public_comment")];
  return (hasHead ? rows.slice(1) : rows).flatMap((cells) => {
    const host = normalHost(unguarded(cells[hostAt] ?? ""));
    const level = levelOf((cells[severityAt] ?? "suspend").trim());
    if (host === undefined || level === undefined || !host.includes(".")) return [];
    return [{ host, level, reason: unguarded(cells[commentAt] ?? "").trim() }];
  });
}

/** Writes a list that Mastodon and {@link readHostList} read. */
export function writeHostList(hosts: readonly ListedHost[]): string {
  const rows = hosts.map(({ host, level, reason }) => [
    guarded(host),
    level === "block" ? "suspend" : "silence",
    "false",
    "false",
    guarded(reason),
    "false",
  ]);
  return [columns, ...rows].map((cells) => `${cells.map(quoted).join(",")}\r\n`).join("");
}

function levelOf(severity: string): BlockLevel | undefined {
  if (severity === "suspend" || severity === "") return "block";
  return severity === "silence" ? "limit" : undefined;
}

// A cell that begins like a formula is run by spreadsheets (OWASP, CSV Injection); the apostrophe makes it text again.
const formula = /^[=+\-@\t\r]/;

function guarded(text: string): string {
  return formula.test(text) || text.startsWith("'") ? `'${text}` : text;
}

function unguarded(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** Rows of cells (RFC 4180); empty lines are left out. */
function csvRows(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  let row: string[] = [];
  // A cell is quoted, with quotes doubled inside, or runs up to a comma or a line's end.
  const cell = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gy;
  for (let match = cell.exec(text); match !== null; match = cell.exec(text)) {
    const [, inQuotes, plain = "", end] = match;
    row.push(inQuotes === undefined ? plain : inQuotes.replaceAll('""', '"'));
    if (end === ",") continue;
    if (row.some((each) => each.trim() !== "")) rows.push(row);
    row = [];
    if (end === "") break;
  }
  return rows;
}
