import type { Database } from "../../../kernel/database/database.ts";
import type { Tally, TalliedBy } from "../../model/reading/tallies.ts";
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
