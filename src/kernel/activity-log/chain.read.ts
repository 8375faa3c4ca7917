import { sql } from "kysely";
import type { Database } from "../database/database.ts";
import { emptyChain, type ChainEnd, type EntryWithPayload } from "./chain-check.ts";
import type { Chain } from "./event.ts";
import { logTables } from "./log.tables.ts";

const PAGE = 500;

/** Where a chain ends, as was written down with its last entry; a chain without a head is empty. */
export async function chainEnd(read: Database, chain: Chain): Promise<ChainEnd> {
  const head = await logTables(read)
    .selectFrom("log_heads")
    .select(["sequence", "hash"])
    .where("chain", "=", chain)
    .executeTakeFirst();
  return head ?? emptyChain;
}

/** The highest sequence that any entry of a chain has; 0 when there is none. */
export async function lastSequence(read: Database, chain: Chain): Promise<number> {
  const last = await logTables(read)
    .selectFrom("log_entries")
    .select("sequence")
    .where("chain", "=", chain)
    .orderBy("sequence", "desc")
    .limit(1)
    .executeTakeFirst();
  return last?.sequence ?? 0;
}

/** The entries of a chain in order, up to `last`, with what lies beside them; a page at a time, so that its length does not matter. */
export async function* entriesOf(
  read: Database,
  chain: Chain,
  last = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<EntryWithPayload> {
  for (let after = 0; ;) {
    const page = await pageOf(read, chain, after, last);
    yield* page;
    const end = page.at(-1);
    if (end === undefined || page.length < PAGE) return;
    after = end.sequence;
  }
}

/** The entries of a chain after one sequence and up to another, in order, with what lies beside them; at most 500. */
export function entriesBetween(
  read: Database,
  chain: Chain,
  after: number,
  last: number,
): Promise<readonly EntryWithPayload[]> {
  return pageOf(read, chain, after, last);
}

/** All chains that have a head, entries or payloads: one whose head was taken away is not overlooked. */
export async function* chainsOf(read: Database): AsyncGenerator<Chain> {
  for (let chain = await chainAfter(read, ""); chain !== null; chain = await chainAfter(read, chain)) yield chain;
}

/** The sequence of a payload that belongs to no entry of its chain; undefined when there is none. */
export async function strayPayload(read: Database, chain: Chain): Promise<number | undefined> {
  const stray = await logTables(read)
    .selectFrom("log_payloads as beside")
    .leftJoin("log_entries as entry", (join) =>
      join.onRef("entry.chain", "=", "beside.chain").onRef("entry.sequence", "=", "beside.sequence"),
    )
    .select("beside.sequence")
    .where("beside.chain", "=", chain)
    .where("entry.sequence", "is", null)
    .limit(1)
    .executeTakeFirst();
  return stray?.sequence;
}

function pageOf(read: Database, chain: Chain, after: number, last: number): Promise<readonly EntryWithPayload[]> {
  return logTables(read)
    .selectFrom("log_entries as entry")
    .leftJoin("log_payloads as beside", (join) =>
      join.onRef("beside.chain", "=", "entry.chain").onRef("beside.sequence", "=", "entry.sequence"),
    )
    .selectAll("entry")
    .select(["beside.salt", "beside.payload"])
    .where("entry.chain", "=", chain)
    .where("entry.sequence", ">", after)
    .where("entry.sequence", "<=", last)
    .orderBy("entry.sequence")
    .limit(PAGE)
    .execute();
}

/** In the engine's own order of texts throughout, so that none is passed over where that is a linguistic one. */
async function chainAfter(read: Database, after: Chain): Promise<Chain | null> {
  const { rows } = await sql<{ readonly chain: Chain | null }>`
    select min(chain) as chain from (
      select min(chain) as chain from log_heads where chain > ${after}
      union all select min(chain) from log_entries where chain > ${after}
      union all select min(chain) from log_payloads where chain > ${after}) as firsts`.execute(read);
  return rows[0]?.chain ?? null;
}

/** So many entries at most does one command append before the one that is looked for. */
const NEAR = 200;

/** The first entry with this event after a place in a chain; undefined where there is none nearby. */
export async function entryAfter(
  read: Database,
  chain: Chain,
  after: number,
  event: string,
): Promise<ChainEnd | undefined> {
  return logTables(read)
    .selectFrom("log_entries")
    .select(["sequence", "hash"])
    .where("chain", "=", chain)
    .where("sequence", ">", after)
    .where("sequence", "<=", after + NEAR)
    .where("event", "=", event)
    .orderBy("sequence")
    .limit(1)
    .executeTakeFirst();
}
