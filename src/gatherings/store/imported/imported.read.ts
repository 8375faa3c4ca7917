import type { Database } from "../../../kernel/database/database.ts";
import { importedTables } from "./imported.tables.ts";

/** So many are asked for in one statement. */
const atOnce = 500;

/** Those of these marks whose events a community has taken over. */
export async function knownMarks(
  db: Database,
  communityId: string,
  marks: readonly string[],
): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (let from = 0; from < marks.length; from += atOnce) {
    const rows = await importedTables(db)
      .selectFrom("imported_events")
      .select("mark")
      .where("community_id", "=", communityId)
      .where("mark", "in", marks.slice(from, from + atOnce))
      .limit(atOnce)
      .execute();
    for (const { mark } of rows) known.add(mark);
  }
  return known;
}
