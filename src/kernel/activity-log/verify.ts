import type { Database } from "../database/database.ts";
import { entryHash, genesisHash, payloadDigest } from "./chain.ts";
import { logTables, type LogEntryRow } from "./log.tables.ts";

/** An entry with what may lie beside it; without salt and payload where they were erased. */
export interface WholeEntry extends LogEntryRow {
  readonly salt: string | null;
  readonly payload: string | null;
}

/** What a check of one chain found: that it holds, or the first entry that does not, and why. */
export type ChainVerdict =
  | { readonly kind: "holds"; readonly entries: number; readonly erased: number; readonly hash: string }
  | {
      readonly kind: "broken";
      readonly sequence: number;
      readonly why: "missing-entry" | "changed-entry" | "wrong-link" | "changed-payload" | "cut-off";
    };

const ENTRIES_AT_ONCE = 1000;

/** Checks one chain as it lies in the database, from its first entry to where its head says that it ends. */
export async function verifyChain(read: Database, chain: string): Promise<ChainVerdict> {
  const head = await logTables(read).selectFrom("log_heads").selectAll().where("chain", "=", chain).executeTakeFirst();
  const verdict = await verifyEntries(entriesOf(read, chain));
  if (verdict.kind === "broken") return verdict;
  const ends = head ?? { sequence: 0, hash: genesisHash };
  // A chain whose end was cut off holds by itself; its head remembers.
  if (verdict.entries !== ends.sequence) return { kind: "broken", sequence: verdict.entries + 1, why: "cut-off" };
  return verdict.hash === ends.hash ? verdict : { kind: "broken", sequence: ends.sequence, why: "wrong-link" };
}

/** Checks entries in their order, from the first; memory does not grow with their number. */
export async function verifyEntries(entries: AsyncIterable<WholeEntry>): Promise<ChainVerdict> {
  let sequence = 0;
  let erased = 0;
  let hash = genesisHash;
  for await (const entry of entries) {
    sequence += 1;
    const why = faultOf(entry, sequence, hash);
    if (why !== undefined) return { kind: "broken", sequence, why };
    if (entry.payload === null) erased += 1;
    hash = entry.hash;
  }
  return { kind: "holds", entries: sequence, erased, hash };
}

function faultOf(entry: WholeEntry, sequence: number, previous: string) {
  if (entry.sequence !== sequence) return "missing-entry";
  if (entry.previous_hash !== previous) return "wrong-link";
  if (entryHash(entry) !== entry.hash) return "changed-entry";
  if (entry.salt === null || entry.payload === null) return undefined;
  return payloadDigest(entry.salt, entry.payload) === entry.digest ? undefined : "changed-payload";
}

/** The names of all chains, the server's own among them. */
export async function chainsOf(read: Database): Promise<readonly string[]> {
  const rows = await logTables(read).selectFrom("log_heads").select("chain").orderBy("chain").execute();
  return rows.map((row) => row.chain);
}

/** The entries of a chain in order, read some at a time. */
export async function* entriesOf(read: Database, chain: string): AsyncGenerator<WholeEntry> {
  let after = 0;
  for (;;) {
    const rows = await logTables(read)
      .selectFrom("log_entries as entry")
      .leftJoin("log_payloads as beside", (join) =>
        join.onRef("beside.chain", "=", "entry.chain").onRef("beside.sequence", "=", "entry.sequence"),
      )
      .selectAll("entry")
      .select(["beside.salt", "beside.payload"])
      .where("entry.chain", "=", chain)
      .where("entry.sequence", ">", after)
      .orderBy("entry.sequence")
      .limit(ENTRIES_AT_ONCE)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < ENTRIES_AT_ONCE) return;
    after = last.sequence;
  }
}
