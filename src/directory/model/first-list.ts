import rows from "./first-list.json" with { type: "json" };

/** What the list is called where it is the source of a claim. */
export const firstListName = "koinon-first-list";

const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];

/**
 * The list with which a directory may begin, as a table whose first row names its columns: instances run by their members, and who helps
 * them, compiled in 2026 from the public pages that each row names. Nobody in it was asked, and none has verified it.
 */
export function rowsOfFirstList(): readonly (readonly string[])[] {
  return [columns, ...rows.map((row: Readonly<Record<string, string>>) => columns.map((column) => row[column] ?? ""))];
}
