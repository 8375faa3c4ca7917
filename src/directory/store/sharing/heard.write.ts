import type { Database } from "../../../kernel/database/database.ts";
import type { HeardClaim } from "./heard.read.ts";
import { sharingTables } from "./sharing.tables.ts";

/** An entry there is this one here. */
export async function insertHeardEntry(
  db: Database,
  entry: { readonly originId: string; readonly entryThere: string; readonly entryId: string },
): Promise<void> {
  await sharingTables(db)
    .insertInto("directory_heard_entries")
    .values({ origin_id: entry.originId, entry_there: entry.entryThere, entry_id: entry.entryId })
    .execute();
}

/** A claim there is told by this one here. */
export async function insertHeardClaim(
  db: Database,
  originId: string,
  claim: Omit<HeardClaim, "stands">,
): Promise<void> {
  await sharingTables(db)
    .insertInto("directory_heard_claims")
    .values({
      origin_id: originId,
      claim_there: claim.claimThere,
      entry_there: claim.entryThere,
      claim_id: claim.claimId,
      entry_id: claim.entryId,
      stands: 1,
    })
    .execute();
}

/** What was heard stands no more. */
export async function endHeardClaim(db: Database, originId: string, claimThere: string): Promise<void> {
  await sharingTables(db)
    .updateTable("directory_heard_claims")
    .set({ stands: 0 })
    .where("origin_id", "=", originId)
    .where("claim_there", "=", claimThere)
    .execute();
}

/** What was heard goes, with what is told by it here; as if it had never been said. */
export async function deleteHeardClaims(
  db: Database,
  originId: string,
  claims: readonly Pick<HeardClaim, "claimThere" | "claimId">[],
): Promise<void> {
  if (claims.length === 0) return;
  const tables = sharingTables(db);
  await tables
    .deleteFrom("directory_claims")
    .where(
      "id",
      "in",
      claims.map(({ claimId }) => claimId),
    )
    .execute();
  await tables
    .deleteFrom("directory_heard_claims")
    .where("origin_id", "=", originId)
    .where(
      "claim_there",
      "in",
      claims.map(({ claimThere }) => claimThere),
    )
    .execute();
}

/** An entry there is nothing here any more; says how many that were. */
export async function deleteHeardEntry(db: Database, originId: string, entryThere: string): Promise<number> {
  const gone = await sharingTables(db)
    .deleteFrom("directory_heard_entries")
    .where("origin_id", "=", originId)
    .where("entry_there", "=", entryThere)
    .returning("entry_there")
    .execute();
  return gone.length;
}

/** An entry is gone here: nothing is kept of what others said of it, and nobody's count holds it any more. */
export async function deleteHeard(db: Database, entryId: string): Promise<void> {
  const tables = sharingTables(db);
  const claims = await tables
    .deleteFrom("directory_heard_claims")
    .where("entry_id", "=", entryId)
    .returning(["origin_id", "stands"])
    .execute();
  const entries = await tables
    .deleteFrom("directory_heard_entries")
    .where("entry_id", "=", entryId)
    .returning("origin_id")
    .execute();
  for (const originId of new Set([...claims, ...entries].map(({ origin_id }) => origin_id))) {
    const standing = claims.filter(({ origin_id, stands }) => origin_id === originId && stands === 1).length;
    const places = entries.filter(({ origin_id }) => origin_id === originId).length;
    await addToOrigin(db, originId, { entries: -places, claims: -standing });
  }
}

/** Counts what was heard from a directory. */
export async function addToOrigin(
  db: Database,
  originId: string,
  more: { readonly entries: number; readonly claims: number },
): Promise<void> {
  await sharingTables(db)
    .updateTable("directory_origins")
    .set((row) => ({ entries: row("entries", "+", more.entries), claims: row("claims", "+", more.claims) }))
    .where("id", "=", originId)
    .execute();
}
