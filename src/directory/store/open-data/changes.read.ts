import { instantFromMicroseconds, microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Claim } from "../../model/claims.ts";
import type { ChangeKind } from "../../model/open-data/change.ts";
import type { Reply } from "../../model/replies/reply.ts";
import { standingClaims } from "../claims.read.ts";
import { repliesOf } from "../replies/replies.read.ts";
import { changeTables } from "./changes.tables.ts";

/** A change of the directory, as it can be told today. */
export interface Change {
  readonly number: number;
  readonly kind: ChangeKind;
  readonly entryId: string;
  /** What the place is called now; undefined for one that is no longer listed. */
  readonly name: string | undefined;
  readonly domain: string | undefined;
  readonly field: string | undefined;
  readonly claimId: string | undefined;
  /** The claim of the same claimant that this one ended. */
  readonly replaces: string | undefined;
  /** What was said, if it still stands: what was said otherwise or taken back since is not told again. */
  readonly claim: Claim | undefined;
  /** What the place replied, if that still stands. */
  readonly reply: Reply | undefined;
  /** Where a word is contested, or was. */
  readonly threadId: string | undefined;
  readonly at: Temporal.Instant;
}

/** The changes after this number, in their order. */
export async function changesAfter(db: Database, after: number, limit: number): Promise<readonly Change[]> {
  const query = namedChanges(db).where("change.number", ">", after).orderBy("change.number");
  return told(db, await query.limit(limit).execute());
}

/** The last changes, the newest first. */
export async function lastChanges(db: Database, limit: number): Promise<readonly Change[]> {
  const query = namedChanges(db).where("change.number", ">", 0).orderBy("change.number", "desc");
  return told(db, await query.limit(limit).execute());
}

function namedChanges(db: Database) {
  return changeTables(db)
    .selectFrom("directory_changes as change")
    .leftJoin("directory_entries as entry", "entry.id", "change.entry_id")
    .selectAll("change")
    .select(["entry.name", "entry.domain"]);
}

type NamedRow = Awaited<ReturnType<ReturnType<typeof namedChanges>["execute"]>>[number];

async function told(db: Database, rows: readonly NamedRow[]): Promise<readonly Change[]> {
  const claims = await standingClaims(
    db,
    rows.flatMap(({ claim_id }) => claim_id ?? []),
  );
  const replied = rows.filter(({ kind }) => kind === "reply-said").map(({ entry_id }) => entry_id);
  const replies = await repliesOf(db, [...new Set(replied)]);
  const replyOf = (row: NamedRow) => {
    const reply = row.kind === "reply-said" ? replies.get(row.entry_id) : undefined;
    return reply !== undefined && microsecondsFromInstant(reply.at) === row.at ? reply : undefined;
  };
  return rows.map((row) => ({
    number: row.number,
    kind: row.kind as ChangeKind,
    entryId: row.entry_id,
    name: row.name ?? undefined,
    domain: row.domain ?? undefined,
    field: row.field ?? undefined,
    claimId: row.claim_id ?? undefined,
    replaces: row.replaces ?? undefined,
    claim: claims.get(row.claim_id ?? ""),
    reply: replyOf(row),
    threadId: row.thread_id ?? undefined,
    at: instantFromMicroseconds(row.at),
  }));
}
