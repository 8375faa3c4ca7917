import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { OutreachAnswer, TargetId, TargetState, TypedTarget } from "../../model/outreach/target.ts";
import { outreachTables, type TargetRow } from "./outreach.tables.ts";

/** A target as it stands on its board. */
export interface Target extends TypedTarget {
  readonly id: TargetId;
  readonly gatheringId: string;
  readonly state: TargetState;
  readonly askedBy: string | undefined;
  readonly askedAt: Temporal.Instant | undefined;
  readonly askedLanguage: string | undefined;
  readonly contact: { readonly uri: string; readonly handle: string } | undefined;
  readonly isSeen: boolean;
  readonly answer: OutreachAnswer | undefined;
  readonly people: number | undefined;
}

export async function targetById(db: Database, id: string): Promise<Target | undefined> {
  const row = await outreachTables(db)
    .selectFrom("outreach_targets")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : targetFromRow(row);
}

/** The target whose letter has the token of this hash. */
export async function targetByLetter(db: Database, letterHash: string): Promise<Target | undefined> {
  const row = await outreachTables(db)
    .selectFrom("outreach_targets")
    .selectAll()
    .where("letter_hash", "=", letterHash)
    .executeTakeFirst();
  return row === undefined ? undefined : targetFromRow(row);
}

/** The target of a gathering that was asked through this actor. */
export async function targetOfContact(
  db: Database,
  gatheringId: string,
  contactUri: string,
): Promise<Target | undefined> {
  const row = await outreachTables(db)
    .selectFrom("outreach_targets")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("contact_uri", "=", contactUri)
    .executeTakeFirst();
  return row === undefined ? undefined : targetFromRow(row);
}

/** The invitations that went to this actor, for their person to take along. */
export async function invitationsTo(db: Database, contactUri: string) {
  const rows = await outreachTables(db)
    .selectFrom("outreach_targets")
    .selectAll()
    .where("contact_uri", "=", contactUri)
    .execute();
  return rows.map((row) => ({
    gathering: row.gathering_id,
    address: row.address,
    answer: row.answer ?? "",
    people: row.people ?? 0,
  }));
}

/** The board of a gathering in the order of adding, at most `limit` after the id `after`. */
export async function targetsOf(
  db: Database,
  gatheringId: string,
  { after, limit, state }: { readonly after: string; readonly limit: number; readonly state?: TargetState },
): Promise<readonly Target[]> {
  let query = outreachTables(db).selectFrom("outreach_targets").selectAll().where("gathering_id", "=", gatheringId);
  if (state !== undefined) query = query.where("state", "=", state);
  const rows = await query.where("id", ">", after).orderBy("id").limit(limit).execute();
  return rows.map(targetFromRow);
}

/** How many targets stand where, and what those who answered said. */
export async function targetCounts(
  db: Database,
  gatheringId: string,
): Promise<
  readonly { readonly state: TargetState; readonly answer: OutreachAnswer | null; readonly targets: number }[]
> {
  const rows = await outreachTables(db)
    .selectFrom("outreach_targets")
    .select(["state", "answer"])
    .select((expression) => expression.fn.countAll<number>().as("targets"))
    .where("gathering_id", "=", gatheringId)
    .groupBy(["state", "answer"])
    .execute();
  return rows.map((row) => ({
    state: row.state as TargetState,
    answer: row.answer as OutreachAnswer | null,
    targets: row.targets,
  }));
}

/** Whether any of these hashed addresses never wants to be asked again. */
export async function isRefused(db: Database, hashes: readonly string[]): Promise<boolean> {
  if (hashes.length === 0) return false;
  const row = await outreachTables(db)
    .selectFrom("outreach_refusals")
    .select("hash")
    .where("hash", "in", hashes)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** The salt of this server's refusals, once there is one. */
export async function saltOfRefusals(db: Database): Promise<string | undefined> {
  const row = await outreachTables(db)
    .selectFrom("outreach_salt")
    .select("salt")
    .where("name", "=", "refusals")
    .executeTakeFirst();
  return row?.salt;
}

function targetFromRow(row: TargetRow): Target {
  return {
    id: row.id as TargetId,
    gatheringId: row.gathering_id,
    kind: row.kind as Target["kind"],
    address: row.address,
    name: row.name,
    language: row.language,
    country: row.country,
    software: row.software,
    size: row.size,
    state: row.state as TargetState,
    askedBy: row.asked_by ?? undefined,
    askedAt: row.asked_at === null ? undefined : instantFromMicroseconds(row.asked_at),
    askedLanguage: row.asked_language ?? undefined,
    contact: row.contact_uri === null ? undefined : { uri: row.contact_uri, handle: row.contact_handle ?? "" },
    isSeen: row.seen_at !== null,
    answer: (row.answer ?? undefined) as OutreachAnswer | undefined,
    people: row.people ?? undefined,
  };
}
