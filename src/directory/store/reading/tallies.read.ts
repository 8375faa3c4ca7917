import type { Database } from "../../../kernel/database/database.ts";
import type { Condition, SizedCondition } from "../../model/reading/narrowing.ts";
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

/** Conditions with how many places have one of their answers, and how many places there are. */
export async function sizedConditions(
  db: Database,
  conditions: readonly Condition[],
): Promise<{ readonly conditions: readonly SizedCondition[]; readonly total: number }> {
  const total = await countEntries(db);
  if (conditions.length === 0) return { conditions: [], total };
  const rows = await tallyTables(db)
    .selectFrom("directory_tallies")
    .select(["counted_by", "answer", "count"])
    .where(
      "counted_by",
      "in",
      conditions.map(({ facet }) => facet),
    )
    .where(
      "answer",
      "in",
      conditions.flatMap(({ answers }) => answers),
    )
    .execute();
  const sized = conditions.map((condition) => ({
    ...condition,
    size: rows
      .filter(({ counted_by, answer }) => counted_by === condition.facet && condition.answers.includes(answer))
      .reduce((sum, { count }) => sum + count, 0),
  }));
  return { conditions: sized, total };
}
