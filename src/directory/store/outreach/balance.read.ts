import type { Database } from "../../../kernel/database/database.ts";
import { unknown } from "../../model/filter.ts";
import { balancedBy, type Counted } from "../../model/outreach/balance.ts";
import { directoryTables } from "../directory.tables.ts";

/** So many hosts are looked for. */
const MOST = 500;

/** What the places of these hosts count as, by host; of hosts that are not listed nothing is known. */
export async function countedOfHosts(db: Database, hosts: readonly string[]): Promise<ReadonlyMap<string, Counted>> {
  if (hosts.length === 0) return new Map();
  const rows = await directoryTables(db)
    .selectFrom("directory_entries as entry")
    .innerJoin("directory_facets as found", "found.entry_id", "entry.id")
    .select(["entry.domain", "found.facet", "found.answer"])
    .where("entry.domain", "in", hosts.slice(0, MOST))
    .where("found.facet", "in", balancedBy)
    .where("found.answer", "!=", unknown)
    .execute();
  const byHost = Map.groupBy(rows, ({ domain }) => domain ?? "");
  return new Map(
    [...byHost].map(([host, those]) => {
      const answers = (facet: string) => those.flatMap((row) => (row.facet === facet ? [row.answer] : []));
      return [host, { ownership: answers("ownership"), country: answers("country"), languages: answers("languages") }];
    }),
  );
}
