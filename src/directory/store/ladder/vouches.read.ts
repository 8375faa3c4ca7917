import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { vouchBounds, type Vouch } from "../../model/ladder/vouch.ts";
import { ladderTables, type VouchRow } from "./ladder.tables.ts";

/** The vouches for a place, the oldest first. */
export async function vouchesFor(db: Database, entryId: string): Promise<readonly Vouch[]> {
  const rows = await vouchesByName(db)
    .where("vouch.entry_id", "=", entryId)
    .orderBy("vouch.id")
    .limit(vouchBounds.had)
    .execute();
  return rows.map(vouchFrom);
}

/** The places for which a place vouches. */
export async function vouchedForBy(db: Database, byEntryId: string): Promise<readonly string[]> {
  const rows = await ladderTables(db)
    .selectFrom("directory_vouches")
    .select("entry_id")
    .where("by_entry_id", "=", byEntryId)
    .orderBy("id")
    .limit(vouchBounds.given)
    .execute();
  return rows.map(({ entry_id }) => entry_id);
}

/** The places for which somebody vouches in the name of theirs. */
export async function vouchedForByPerson(db: Database, personId: string): Promise<readonly string[]> {
  const rows = await ladderTables(db)
    .selectFrom("directory_vouches")
    .select("entry_id")
    .where("person_id", "=", personId)
    .orderBy("id")
    .limit(vouchBounds.had)
    .execute();
  return [...new Set(rows.map(({ entry_id }) => entry_id))];
}

function vouchesByName(db: Database) {
  return ladderTables(db)
    .selectFrom("directory_vouches as vouch")
    .innerJoin("directory_entries as voucher", "voucher.id", "vouch.by_entry_id")
    .selectAll("vouch")
    .select(["voucher.name", "voucher.domain"]);
}

type NamedVouch = VouchRow & { readonly name: string; readonly domain: string | null };

function vouchFrom(row: NamedVouch): Vouch {
  return {
    id: row.id,
    by: { entryId: row.by_entry_id, name: row.name, domain: row.domain ?? "" },
    note: row.note,
    accountUri: row.account_uri,
    personId: row.person_id ?? undefined,
    saidAt: instantFromMicroseconds(row.said_at),
    reply: row.reply,
    isDeclined: row.is_declined === 1,
  };
}
