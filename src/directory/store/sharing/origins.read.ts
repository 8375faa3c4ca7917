import { instantFromMicroseconds, type Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { DroppedBecause, Fault, Origin, OriginId, OriginState, Unread } from "../../model/sharing/origin.ts";
import { sharingTables, type OriginRow } from "./sharing.tables.ts";

/** The directory that is followed, or was, under this id. */
export async function originById(db: Database, id: string): Promise<Origin | undefined> {
  const row = await sharingTables(db)
    .selectFrom("directory_origins")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : originFrom(row);
}

/** The directory that was asked by this Follow. */
export async function originByFollow(db: Database, followId: string): Promise<Origin | undefined> {
  const row = await sharingTables(db)
    .selectFrom("directory_origins")
    .selectAll()
    .where("follow_id", "=", followId)
    .executeTakeFirst();
  return row === undefined ? undefined : originFrom(row);
}

/** All followings of this actor, the present one first, if there is one. */
export async function originsOfActor(db: Database, actorUri: string, limit: number): Promise<readonly Origin[]> {
  const rows = await sharingTables(db)
    .selectFrom("directory_origins")
    .selectAll()
    .where("actor_uri", "=", actorUri)
    .orderBy("asked_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(originFrom);
}

/** Directories in one of these states, by their hosts. */
export async function originsIn(
  db: Database,
  states: readonly OriginState[],
  limit: number,
): Promise<readonly Origin[]> {
  const rows = await sharingTables(db)
    .selectFrom("directory_origins")
    .selectAll()
    .where("state", "in", states)
    .orderBy("host")
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.map(originFrom);
}

function originFrom(row: OriginRow): Origin {
  const instant = (at: Microseconds | null) => (at === null ? undefined : instantFromMicroseconds(at));
  return {
    id: row.id as OriginId,
    host: row.host,
    actorUri: row.actor_uri,
    page: row.page,
    followId: row.follow_id,
    state: row.state as OriginState,
    askedAt: instantFromMicroseconds(row.asked_at),
    answeredAt: instant(row.answered_at),
    endedAt: instant(row.ended_at),
    endedBecause: (row.ended_because as DroppedBecause | null) ?? undefined,
    upTo: row.up_to,
    isBehind: row.is_behind === 1,
    heardAt: instant(row.heard_at),
    failedAt: instant(row.failed_at),
    failure: (row.failure as Fault | Unread | null) ?? undefined,
    faults: row.faults,
    faultAt: instant(row.fault_at),
    day: { at: instantFromMicroseconds(row.day_at), changes: row.day_changes, octets: row.day_octets },
    entries: row.entries,
    claims: row.claims,
  };
}
