import { wordsAskedFor } from "../../../kernel/base/folded-words.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { isAmongMatching, numbersMatching } from "../../../kernel/database/text-index.ts";
import type { Filter } from "../../model/filter.ts";
import { conditionsOf } from "../../model/reading/narrowing.ts";
import { isIn, numbersIn, sizeOf, type NumberSet } from "../../model/reading/number-set.ts";
import { directoryTables, type EntryRow } from "../directory.tables.ts";
import { numbersFulfilling } from "./sets.read.ts";
import { countEntries } from "./tallies.read.ts";

/** How many places fit; `isMore` where there are more than are counted. */
export interface Counted {
  readonly count: number;
  readonly isMore: boolean;
}

/** Where a page of a list begins: after the entry with this name and id. */
export interface AfterEntry {
  readonly name: string;
  readonly id: string;
}

/** Before the first entry. */
export const fromTheBeginning: AfterEntry = { name: "", id: "" };

/** So many places that have common words are counted one by one. */
const MOST_COUNTED = 1_000;

/** So few places are looked up by their numbers; words that stand in more are common ones. */
const MOST_FEW = 400;

/** So many names are gone through in one query at most, to find those that fit. */
const MOST_AT_ONCE = 4_000;

/** A page of the places that fit, by name. */
export async function rowsFitting(
  db: Database,
  filter: Filter,
  { after, limit }: { readonly after: AfterEntry; readonly limit: number },
): Promise<readonly EntryRow[]> {
  const fitting = await findFitting(db, filter);
  const all = byName(db, after);
  if (fitting.kind === "few") return rowsOf(db, fitting.numbers, after, limit);
  const { numbers, commonWords } = fitting;
  if (numbers === undefined && commonWords === undefined) return all.selectAll("entry").limit(limit).execute();
  return rowsOf(db, await goThrough(db, fitting, after, limit), after, limit);
}

/** How many places fit: exactly, unless common words are looked for. */
export async function countFitting(db: Database, filter: Filter): Promise<Counted> {
  const fitting = await findFitting(db, filter);
  if (fitting.kind === "few") return { count: fitting.numbers.length, isMore: false };
  const { numbers, commonWords } = fitting;
  if (commonWords !== undefined) {
    const found = await goThrough(db, fitting, fromTheBeginning, MOST_COUNTED + 1);
    return { count: Math.min(found.length, MOST_COUNTED), isMore: found.length > MOST_COUNTED };
  }
  return { count: numbers === undefined ? await countEntries(db) : sizeOf(numbers), isMore: false };
}

/** What fits: few places, or many of which is known whether a number is among them, and in which words have to stand besides. */
type Fitting =
  | { readonly kind: "few"; readonly numbers: readonly number[] }
  | {
      readonly kind: "many";
      readonly numbers: NumberSet | undefined;
      readonly commonWords: readonly string[] | undefined;
    };

async function findFitting(db: Database, { words: typed, ...questions }: Filter): Promise<Fitting> {
  const words = wordsAskedFor(typed);
  const sought = { scope: "listed", words, before: undefined, limit: MOST_FEW + 1 };
  const having = words.length === 0 ? undefined : await numbersMatching(db, "directory_words", sought);
  const isCommon = having !== undefined && having.length > MOST_FEW;
  const numbers = await numbersFulfilling(db, conditionsOf({ words: "", ...questions }));
  if (having !== undefined && !isCommon) {
    return { kind: "few", numbers: having.filter((number) => numbers === undefined || isIn(numbers, number)) };
  }
  if (numbers !== undefined && sizeOf(numbers) <= MOST_FEW) {
    const few = numbersIn(numbers);
    return { kind: "few", numbers: isCommon ? await havingWords(db, few, words) : few };
  }
  return { kind: "many", numbers, commonWords: isCommon ? words : undefined };
}

async function havingWords(db: Database, few: readonly number[], words: readonly string[]): Promise<readonly number[]> {
  if (few.length === 0) return [];
  const rows = await directoryTables(db)
    .selectFrom("directory_entries as entry")
    .select("entry.number")
    .where("entry.number", "in", few)
    .where(isAmongMatching(db, "directory_words", "entry.number", { scope: "listed", words }))
    .execute();
  return rows.map(({ number }) => number);
}

/** The numbers of the first places by name that fit, in steps that grow: where many fit, few names are gone through. */
async function goThrough(
  db: Database,
  { numbers, commonWords }: Extract<Fitting, { readonly kind: "many" }>,
  after: AfterEntry,
  limit: number,
): Promise<readonly number[]> {
  const found: number[] = [];
  let from = after;
  for (let step = 2 * limit; ; step = Math.min(2 * step, MOST_AT_ONCE)) {
    let query = byName(db, from).select(["entry.id", "entry.sort_name as name", "entry.number"]).limit(step);
    if (commonWords !== undefined) {
      const sought = { scope: "listed", words: commonWords };
      query = query.where(isAmongMatching(db, "directory_words", "entry.number", sought));
    }
    const rows = await query.execute();
    for (const { number } of rows) if (numbers === undefined || isIn(numbers, number)) found.push(number);
    const last = rows.at(-1);
    if (found.length >= limit || rows.length < step || last === undefined) return found.slice(0, limit);
    from = last;
  }
}

function byName(db: Database, after: AfterEntry) {
  return directoryTables(db)
    .selectFrom("directory_entries as entry")
    .where(({ eb, refTuple, tuple }) => eb(refTuple("entry.sort_name", "entry.id"), ">", tuple(after.name, after.id)))
    .orderBy("entry.sort_name")
    .orderBy("entry.id");
}

async function rowsOf(
  db: Database,
  numbers: readonly number[],
  after: AfterEntry,
  limit: number,
): Promise<readonly EntryRow[]> {
  if (numbers.length === 0) return [];
  return byName(db, after).selectAll("entry").where("entry.number", "in", numbers).limit(limit).execute();
}
