import { wordsAskedFor } from "../../../kernel/base/folded-words.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { allNumbersMatching } from "../../../kernel/database/text-index.ts";
import type { Filter } from "../../model/filter.ts";
import { conditionsOf } from "../../model/reading/narrowing.ts";
import { inBoth, isIn, numbersIn, setOf, sizeOf, type NumberSet } from "../../model/reading/number-set.ts";
import { directoryTables, type EntryRow } from "../directory.tables.ts";
import { numbersFulfilling } from "./sets.read.ts";
import { countEntries } from "./tallies.read.ts";

/** Where a page of a list begins: after the entry with this name and id. */
export interface AfterEntry {
  readonly name: string;
  readonly id: string;
}

/** Before the first entry. */
export const fromTheBeginning: AfterEntry = { name: "", id: "" };

/** So few places are looked up by their numbers; of more, the names are gone through until the page is full. */
const MOST_FEW = 400;

/** So many names are gone through in one query at most. */
const MOST_AT_ONCE = 4_000;

/** The numbers of the places that fit; undefined where nothing is asked, since then all do. */
export async function numbersFitting(
  db: Database,
  { words: typed, ...questions }: Filter,
): Promise<NumberSet | undefined> {
  const words = wordsAskedFor(typed);
  const [having, fulfilling] = await Promise.all([
    words.length === 0 ? undefined : allNumbersMatching(db, "directory_words", { scope: "listed", words }),
    numbersFulfilling(db, conditionsOf({ words: "", ...questions })),
  ]);
  if (having === undefined) return fulfilling;
  return fulfilling === undefined ? setOf(having) : inBoth(setOf(having), fulfilling);
}

/** How many places these are. */
export async function countOf(db: Database, numbers: NumberSet | undefined): Promise<number> {
  return numbers === undefined ? await countEntries(db) : sizeOf(numbers);
}

/** A page of these places, by name. */
export async function rowsOf(
  db: Database,
  numbers: NumberSet | undefined,
  { after, limit }: { readonly after: AfterEntry; readonly limit: number },
): Promise<readonly EntryRow[]> {
  const all = byName(db, after).selectAll("entry").limit(limit);
  if (numbers === undefined) return all.execute();
  const few = sizeOf(numbers) <= MOST_FEW ? numbersIn(numbers) : await goThrough(db, numbers, after, limit);
  return few.length === 0 ? [] : all.where("entry.number", "in", few).execute();
}

/** The numbers of the first of these places by name, in steps that grow: where many fit, few names are gone through. */
async function goThrough(
  db: Database,
  numbers: NumberSet,
  after: AfterEntry,
  limit: number,
): Promise<readonly number[]> {
  const found: number[] = [];
  let from = after;
  for (let step = 2 * limit; ; step = Math.min(2 * step, MOST_AT_ONCE)) {
    const rows = await byName(db, from)
      .select(["entry.id", "entry.sort_name as name", "entry.number"])
      .limit(step)
      .execute();
    for (const { number } of rows) if (isIn(numbers, number)) found.push(number);
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
