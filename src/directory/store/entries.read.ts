import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { settledFields } from "../model/claims.ts";
import type { DescribedEntry, Entry, EntryId } from "../model/entry.ts";
import type { Filter } from "../model/filter.ts";
import { claimsOf } from "./claims.read.ts";
import { countOf, fromTheBeginning, numbersFitting, rowsOf, type AfterEntry } from "./reading/fitting.read.ts";
import { repliesOf } from "./replies/replies.read.ts";
import { proofsOf } from "./verification/proofs.read.ts";
import { stepsOf } from "./ladder/steps.read.ts";
import { directoryTables, type EntryRow } from "./directory.tables.ts";

export { fromTheBeginning };

interface PageOfEntries {
  readonly after: AfterEntry;
  readonly limit: number;
}

/** The entry with this id, with what is known of it; undefined when there is none. */
export async function entryById(db: Database, id: string): Promise<DescribedEntry | undefined> {
  const row = await directoryTables(db)
    .selectFrom("directory_entries")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : (await described(db, [row]))[0];
}

/** The entry of this host. */
export async function entryByDomain(db: Database, domain: string): Promise<Entry | undefined> {
  const row = await directoryTables(db)
    .selectFrom("directory_entries")
    .selectAll()
    .where("domain", "=", domain)
    .executeTakeFirst();
  return row === undefined ? undefined : entryFrom(row);
}

/** The ids of the entries of those of these hosts that are listed. */
export async function entriesByDomains(
  db: Database,
  domains: readonly string[],
): Promise<ReadonlyMap<string, EntryId>> {
  if (domains.length === 0) return new Map();
  const rows = await directoryTables(db)
    .selectFrom("directory_entries")
    .select(["id", "domain"])
    .where("domain", "in", domains)
    .execute();
  return new Map(rows.flatMap(({ id, domain }) => (domain === null ? [] : [[domain, id as EntryId] as const])));
}

/** Entries without a host that are called so, whatever the case. */
export async function entryNamed(db: Database, name: string): Promise<Entry | undefined> {
  const row = await directoryTables(db)
    .selectFrom("directory_entries")
    .selectAll()
    .where("sort_name", "=", name.toLowerCase())
    .where("domain", "is", null)
    .executeTakeFirst();
  return row === undefined ? undefined : entryFrom(row);
}

/** Where a page begins that goes on after this entry; the beginning, if there is no such entry. */
export async function placeOfEntry(db: Database, id: string): Promise<AfterEntry> {
  const row = await directoryTables(db)
    .selectFrom("directory_entries")
    .select(["id", "sort_name as name"])
    .where("id", "=", id)
    .executeTakeFirst();
  return row ?? fromTheBeginning;
}

/** A page of the entries that fit, by name. */
export async function entriesFitting(
  db: Database,
  filter: Filter,
  page: PageOfEntries,
): Promise<readonly DescribedEntry[]> {
  return described(db, await rowsOf(db, await numbersFitting(db, filter), page));
}

/** A page of the entries that fit, by name, and how many fit in all. */
export async function entriesAndCount(
  db: Database,
  filter: Filter,
  page: PageOfEntries,
): Promise<{ readonly entries: readonly DescribedEntry[]; readonly count: number }> {
  const numbers = await numbersFitting(db, filter);
  const [rows, count] = await Promise.all([rowsOf(db, numbers, page), countOf(db, numbers)]);
  return { entries: await described(db, rows), count };
}

/** How many entries fit. */
export async function countFitting(db: Database, filter: Filter): Promise<number> {
  return countOf(db, await numbersFitting(db, filter));
}

async function described(db: Database, rows: readonly EntryRow[]): Promise<readonly DescribedEntry[]> {
  const ids = rows.map(({ id }) => id);
  const [claims, proofs] = [await claimsOf(db, ids), await proofsOf(db, ids)];
  const [steps, replies] = [await stepsOf(db, ids), await repliesOf(db, ids)];
  return rows.map((row) => ({
    ...entryFrom(row),
    fields: settledFields(claims.get(row.id) ?? []),
    proofs: proofs.get(row.id) ?? [],
    steps: steps.get(row.id) ?? [],
    reply: replies.get(row.id),
  }));
}

function entryFrom(row: EntryRow): Entry {
  return {
    id: row.id as EntryId,
    domain: row.domain ?? undefined,
    name: row.name,
    addedAt: instantFromMicroseconds(row.added_at),
    changedAt: instantFromMicroseconds(row.changed_at),
  };
}
