import type { Database } from "../../../kernel/database/database.ts";
import type { Tally, TalliedBy } from "../../model/reading/tallies.ts";
import { directoryTables } from "../directory.tables.ts";
import { tallyTables } from "./tallies.tables.ts";

/** So many answers are read: countries and pairs are fewer; of languages and kinds of software the commonest are offered. */
const MOST = 300;

/** How many places there are for each answer, the commonest first. */
export async function talliesBy(db: Database, by: TalliedBy): Promise<readonly Tally[]> {
  return tallyTables(db)
    .selectFrom("directory_tallies")
    .select(["answer", "count"])
    .where("counted_by", "=", by)
    .where("count", ">", 0)
    .orderBy("count", "desc")
    .orderBy("answer")
    .limit(MOST)
    .execute();
}

/** How many entries there are. */
export async function countEntries(db: Database): Promise<number> {
  const row = await directoryTables(db)
    .selectFrom("directory_counts")
    .select("count")
    .where("of", "=", "entries")
    .executeTakeFirst();
  return row?.count ?? 0;
}
