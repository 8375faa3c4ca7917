import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { DayCount, DroppedBecause, Fault, Unread } from "../../model/sharing/origin.ts";
import { sharingTables } from "./sharing.tables.ts";

/** A directory that is asked to be followed. */
export async function insertOrigin(
  db: Database,
  origin: {
    readonly id: string;
    readonly host: string;
    readonly actorUri: string;
    readonly page: string;
    readonly followId: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const at = microsecondsFromInstant(origin.at);
  await sharingTables(db)
    .insertInto("directory_origins")
    .values({
      id: origin.id,
      host: origin.host,
      actor_uri: origin.actorUri,
      page: origin.page,
      follow_id: origin.followId,
      state: "asked",
      asked_at: at,
      answered_at: null,
      ended_at: null,
      ended_because: null,
      up_to: 0,
      is_behind: 1,
      heard_at: null,
      failed_at: null,
      failure: null,
      faults: 0,
      fault_at: null,
      day_at: at,
      day_changes: 0,
      day_octets: 0,
      entries: 0,
      claims: 0,
    })
    .execute();
}

/** The other side has answered. */
export async function keepAnswer(
  db: Database,
  id: string,
  state: "followed" | "declined",
  at: Temporal.Instant,
): Promise<void> {
  await sharingTables(db)
    .updateTable("directory_origins")
    .set({ state, answered_at: microsecondsFromInstant(at) })
    .where("id", "=", id)
    .execute();
}

/** It is followed no more: because an operator said so, or by the program itself. */
export async function endOrigin(
  db: Database,
  id: string,
  because: DroppedBecause | undefined,
  at: Temporal.Instant,
): Promise<void> {
  await sharingTables(db)
    .updateTable("directory_origins")
    .set({
      state: because === undefined ? "unfollowed" : "dropped",
      ended_at: microsecondsFromInstant(at),
      ended_because: because ?? null,
    })
    .where("id", "=", id)
    .execute();
}

/** How far it was heard, and what it brought. */
export async function keepHearing(
  db: Database,
  id: string,
  heard: {
    readonly upTo: number;
    readonly isBehind: boolean;
    readonly day: DayCount;
    readonly moreEntries: number;
    readonly moreClaims: number;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await sharingTables(db)
    .updateTable("directory_origins")
    .set((row) => ({
      up_to: heard.upTo,
      is_behind: heard.isBehind ? 1 : 0,
      heard_at: microsecondsFromInstant(heard.at),
      day_at: microsecondsFromInstant(heard.day.at),
      day_changes: heard.day.changes,
      day_octets: heard.day.octets,
      entries: row("entries", "+", heard.moreEntries),
      claims: row("claims", "+", heard.moreClaims),
    }))
    .where("id", "=", id)
    .execute();
}

/** It has changes that were not read yet. */
export async function keepBehind(db: Database, id: string, day: DayCount): Promise<void> {
  await sharingTables(db)
    .updateTable("directory_origins")
    .set({
      is_behind: 1,
      day_at: microsecondsFromInstant(day.at),
      day_changes: day.changes,
      day_octets: day.octets,
    })
    .where("id", "=", id)
    .execute();
}

/** Something was wrong with what came, for the `faults`th time since an instant. */
export async function keepFault(
  db: Database,
  id: string,
  fault: {
    readonly failure: Fault;
    readonly faults: number;
    readonly since: Temporal.Instant;
    readonly day: DayCount;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  await sharingTables(db)
    .updateTable("directory_origins")
    .set({
      failure: fault.failure,
      failed_at: microsecondsFromInstant(fault.at),
      faults: fault.faults,
      fault_at: microsecondsFromInstant(fault.since),
      day_at: microsecondsFromInstant(fault.day.at),
      day_changes: fault.day.changes,
      day_octets: fault.day.octets,
    })
    .where("id", "=", id)
    .execute();
}

/** Nothing could be read. */
export async function keepUnread(db: Database, id: string, failure: Unread, at: Temporal.Instant): Promise<void> {
  await sharingTables(db)
    .updateTable("directory_origins")
    .set({ failure, failed_at: microsecondsFromInstant(at) })
    .where("id", "=", id)
    .execute();
}
