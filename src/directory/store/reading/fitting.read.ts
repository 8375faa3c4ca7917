import { wordsAskedFor } from "../../../kernel/base/folded-words.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isAmongMatching, numbersMatching } from "../../../kernel/database/text-index.ts";
import type { Filter } from "../../model/filter.ts";
import { conditionsOf, countFromTallies, waysToFit, type Condition } from "../../model/reading/narrowing.ts";
import { directoryTables } from "../directory.tables.ts";
import { sizedConditions } from "./tallies.read.ts";

/** How many places fit; `isMore` where there are more than are counted. */
export interface Counted {
  readonly count: number;
  readonly isMore: boolean;
}

/** So many places are counted one by one. */
const MOST_COUNTED = 1_000;

/** Words that stand in more places than this are common ones. */
const MOST_RARE = 400;

/** Those that fit, by name, to choose from; undefined where the words are found nowhere. */
export async function fittingQuery(db: Database, filter: Filter) {
  const tables = directoryTables(db);
  const sought = await findWords(db, filter.words);
  if (sought === "nowhere") return undefined;
  const { conditions, total } = await sizedConditions(db, conditionsOf(filter));
  // With few numbers to look through, every question is asked of each.
  const isFew = typeof sought === "object";
  const { from, also } = isFew ? { from: undefined, also: conditions } : waysToFit(conditions, total);
  let query = tables.selectFrom("directory_entries as entry");
  if (isFew) query = query.where("entry.number", "in", [...sought]);
  if (from !== undefined) query = query.where("entry.id", "in", having(tables, from));
  if (sought === "common") {
    query = query.where(isAmongMatching(db, "directory_words", "entry.number", soughtWords(filter.words)));
  }
  for (const condition of also) {
    query = query.where(({ exists, not, selectFrom }) => {
      const has = exists(
        selectFrom("directory_facets as found")
          .select("found.entry_id")
          .whereRef("found.entry_id", "=", "entry.id")
          .where("found.facet", "=", condition.facet)
          .where("found.answer", "in", condition.answers),
      );
      return condition.isWanted ? has : not(has);
    });
  }
  return query;
}

/** How many places fit: exactly where kept counts tell, else up to a thousand. */
export async function countFitting(db: Database, filter: Filter): Promise<Counted> {
  const { conditions, total } = await sizedConditions(db, conditionsOf(filter));
  const kept = filter.words === "" ? countFromTallies(conditions, total) : undefined;
  if (kept !== undefined) return { count: kept, isMore: false };
  const fitting = await fittingQuery(db, filter);
  if (fitting === undefined) return { count: 0, isMore: false };
  const found = await fitting
    .select("entry.number")
    // By the index of names.
    .where("entry.sort_name", ">=", "")
    .limit(MOST_COUNTED + 1)
    .execute();
  return { count: Math.min(found.length, MOST_COUNTED), isMore: found.length > MOST_COUNTED };
}

function having(tables: ReturnType<typeof directoryTables>, { facet, answers }: Condition) {
  return tables
    .selectFrom("directory_facets")
    .select("entry_id")
    .where("facet", "=", facet)
    .where("answer", "in", answers);
}

/** The numbers of the few entries in which the words stand; or that they stand in many, or nowhere, or that none are sought. */
async function findWords(db: Database, words: string) {
  if (words === "") return "none-sought" as const;
  const numbers = await numbersMatching(db, "directory_words", { ...soughtWords(words), limit: MOST_RARE + 1 });
  if (numbers.length === 0) return "nowhere" as const;
  return numbers.length > MOST_RARE ? ("common" as const) : numbers;
}

function soughtWords(words: string) {
  return { scope: "listed", words: wordsAskedFor(words), before: undefined };
}
