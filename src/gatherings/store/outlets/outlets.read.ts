import { instantFromMicroseconds, instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { NewsKind, OutletKind, Trouble } from "../../model/outlets/outlet.ts";
import { outletTables, type OutletRow } from "./outlets.tables.ts";

/** One place elsewhere that is told of a gathering. */
export interface Outlet {
  readonly id: string;
  readonly gatheringId: string;
  readonly kind: OutletKind;
  /** The scheme and host of the homeserver or of the webhook. */
  readonly origin: string;
  /** The id or alias of a Matrix room; empty for a webhook. */
  readonly room: string;
  /** What only this server can read. */
  readonly sealed: string;
  readonly news: readonly NewsKind[];
  readonly addedAt: Temporal.Instant;
  /** When it last took something. */
  readonly takenAt: Temporal.Instant | undefined;
  readonly testedAt: Temporal.Instant | undefined;
  /** In a row, since it last took something. */
  readonly failures: number;
  /** Of the last failure. */
  readonly trouble: Trouble | undefined;
  readonly pausedAt: Temporal.Instant | undefined;
}

/** More than any gathering may have. */
const atMost = 20;

/** A gathering's outlets, the oldest first. */
export async function outletsOf(db: Database, gatheringId: string): Promise<readonly Outlet[]> {
  const rows = await outletTables(db)
    .selectFrom("gathering_outlets")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .orderBy("added_at")
    .limit(atMost)
    .execute();
  return rows.map(outletFromRow);
}

export async function outletById(db: Database, id: string): Promise<Outlet | undefined> {
  const row = await outletTables(db)
    .selectFrom("gathering_outlets")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : outletFromRow(row);
}

function outletFromRow(row: OutletRow): Outlet {
  return {
    id: row.id,
    gatheringId: row.gathering_id,
    kind: row.kind as OutletKind,
    origin: row.origin,
    room: row.room,
    sealed: row.sealed,
    news: JSON.parse(row.news) as readonly NewsKind[],
    addedAt: instantFromMicroseconds(row.added_at),
    takenAt: instantOrNone(row.taken_at),
    testedAt: instantOrNone(row.tested_at),
    failures: row.failures,
    trouble: (row.trouble ?? undefined) as Trouble | undefined,
    pausedAt: instantOrNone(row.paused_at),
  };
}
