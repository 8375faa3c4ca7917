import { instantFromMicroseconds, instantOrNone, microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import {
  mostHandedEach,
  mostVoicesAtFirst,
  type HandedVoiceId,
  type ScopedVoice,
  type VoiceScope,
} from "../../model/voice/handed-voices.ts";
import { voiceTables, type HandedVoiceRow } from "./voice.tables.ts";

const VOICES_AT_ONCE = 1_000;

/** A voice offered or handed over, as commands and pages see it. */
export interface Handed extends ScopedVoice {
  readonly id: HandedVoiceId;
  readonly communityId: string;
  readonly offeredAt: Temporal.Instant;
  /** Undefined until whoever it is offered to takes it. */
  readonly acceptedAt: Temporal.Instant | undefined;
  readonly endsAt: Temporal.Instant;
}

/** How many voices somebody holds at most in a community; 0 where voices are not handed over. */
export async function mostVoicesIn(db: Database, communityId: string): Promise<number> {
  return (await limitOf(db, { communityId })).rows[0]?.most ?? mostVoicesAtFirst;
}

const limitOf = prepared((db, given: { communityId: string }) =>
  voiceTables(db).selectFrom("voice_limits").select("most").where("community_id", "=", given.communityId),
);

export async function handedById(db: Database, id: string): Promise<Handed | undefined> {
  const row = await voiceTables(db).selectFrom("handed_voices").selectAll().where("id", "=", id).executeTakeFirst();
  return row === undefined ? undefined : handedFromRow(row);
}

/** Every voice that was taken in a community and is in force at an instant. */
export async function voicesInForce(
  db: Database,
  communityId: string,
  at: Temporal.Instant,
): Promise<readonly Handed[]> {
  const found: Handed[] = [];
  const now = microsecondsFromInstant(at);
  // What ends now is not in force any more.
  let after = { ends: now + 1, id: "" };
  for (;;) {
    const { rows } = await pageInForce(db, { communityId, now, ends: after.ends, id: after.id });
    found.push(...rows.map(handedFromRow));
    const last = rows.at(-1);
    if (last === undefined || rows.length < VOICES_AT_ONCE) return found;
    after = { ends: last.ends_at, id: last.id };
  }
}

const pageInForce = prepared((db, given: { communityId: string; now: number; ends: number; id: string }) =>
  voiceTables(db)
    .selectFrom("handed_voices")
    .selectAll()
    .where("community_id", "=", given.communityId)
    .where("ends_at", ">=", given.ends)
    .where((row) => row.or([row("ends_at", ">", given.ends), row("id", ">", given.id)]))
    .where("accepted_at", "<=", given.now)
    .orderBy("ends_at")
    .orderBy("id")
    .limit(VOICES_AT_ONCE),
);

/** What somebody has handed over or offered in a community and has not ended yet, the last first. */
export async function handedBy(
  db: Database,
  communityId: string,
  giverId: string,
  at: Temporal.Instant,
): Promise<readonly Handed[]> {
  const rows = await voiceTables(db)
    .selectFrom("handed_voices")
    .selectAll()
    .where("giver_id", "=", giverId)
    .where("community_id", "=", communityId)
    .where("ends_at", ">", microsecondsFromInstant(at))
    .orderBy("ends_at", "desc")
    .limit(2 * mostHandedEach)
    .execute();
  return rows.map(handedFromRow);
}

/** What is offered or handed to somebody in a community and has not ended, the last first; at most 100. */
export async function handedTo(
  db: Database,
  communityId: string,
  holderId: string,
  at: Temporal.Instant,
): Promise<readonly Handed[]> {
  const rows = await voiceTables(db)
    .selectFrom("handed_voices")
    .selectAll()
    .where("holder_id", "=", holderId)
    .where("community_id", "=", communityId)
    .where("ends_at", ">", microsecondsFromInstant(at))
    .orderBy("ends_at", "desc")
    .limit(100)
    .execute();
  return rows.map(handedFromRow);
}

function handedFromRow(row: HandedVoiceRow): Handed {
  return {
    id: row.id as HandedVoiceId,
    communityId: row.community_id,
    giver: row.giver_id,
    holder: row.holder_id,
    scope: row.scope as VoiceScope,
    subject: row.subject,
    offeredAt: instantFromMicroseconds(row.offered_at),
    acceptedAt: instantOrNone(row.accepted_at),
    endsAt: instantFromMicroseconds(row.ends_at),
  };
}
