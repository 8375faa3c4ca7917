import type { Database } from "../../../kernel/database/database.ts";
import { sharingTables, type HeardClaimRow } from "./sharing.tables.ts";

/** A claim of another directory, as it is kept here. */
export interface HeardClaim {
  readonly claimThere: string;
  readonly entryThere: string;
  readonly claimId: string;
  readonly entryId: string;
  readonly stands: boolean;
}

/** The entry here that this one there is. */
export async function heardEntry(db: Database, originId: string, entryThere: string): Promise<string | undefined> {
  const row = await sharingTables(db)
    .selectFrom("directory_heard_entries")
    .select("entry_id")
    .where("origin_id", "=", originId)
    .where("entry_there", "=", entryThere)
    .executeTakeFirst();
  return row?.entry_id;
}

/** What was heard under this id. */
export async function heardClaim(db: Database, originId: string, claimThere: string): Promise<HeardClaim | undefined> {
  const row = await sharingTables(db)
    .selectFrom("directory_heard_claims")
    .selectAll()
    .where("origin_id", "=", originId)
    .where("claim_there", "=", claimThere)
    .executeTakeFirst();
  return row === undefined ? undefined : heardFrom(row);
}

/** What was heard of an entry there. */
export async function heardOfEntry(
  db: Database,
  originId: string,
  entryThere: string,
  limit: number,
): Promise<readonly HeardClaim[]> {
  const rows = await sharingTables(db)
    .selectFrom("directory_heard_claims")
    .selectAll()
    .where("origin_id", "=", originId)
    .where("entry_there", "=", entryThere)
    .orderBy("claim_there")
    .limit(limit)
    .execute();
  return rows.map(heardFrom);
}

/** Some of what was heard from a directory, entry by entry. */
export async function someHeard(db: Database, originId: string, limit: number): Promise<readonly HeardClaim[]> {
  const rows = await sharingTables(db)
    .selectFrom("directory_heard_claims")
    .selectAll()
    .where("origin_id", "=", originId)
    .orderBy("entry_there")
    .limit(limit)
    .execute();
  return rows.map(heardFrom);
}

/** Whether anybody says anything of an entry, or it has proved something. */
export async function isSpokenOf(db: Database, entryId: string): Promise<boolean> {
  const claim = await sharingTables(db)
    .selectFrom("directory_claims")
    .select("id")
    .where("entry_id", "=", entryId)
    .where("ended_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  return claim !== undefined;
}

function heardFrom(row: HeardClaimRow): HeardClaim {
  return {
    claimThere: row.claim_there,
    entryThere: row.entry_there,
    claimId: row.claim_id,
    entryId: row.entry_id,
    stands: row.stands === 1,
  };
}
