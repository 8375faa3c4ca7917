import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { NewsKind, Trouble } from "../../model/outlets/outlet.ts";
import type { Outlet } from "./outlets.read.ts";
import { outletTables } from "./outlets.tables.ts";

type NewOutlet = Pick<Outlet, "id" | "gatheringId" | "kind" | "origin" | "room" | "sealed" | "news" | "addedAt">;

export async function insertOutlet(db: Database, outlet: NewOutlet): Promise<void> {
  await outletTables(db)
    .insertInto("gathering_outlets")
    .values({
      id: outlet.id,
      gathering_id: outlet.gatheringId,
      kind: outlet.kind,
      origin: outlet.origin,
      room: outlet.room,
      sealed: outlet.sealed,
      news: JSON.stringify(outlet.news),
      added_at: microsecondsFromInstant(outlet.addedAt),
      taken_at: null,
      tested_at: null,
      failures: 0,
      trouble: null,
      paused_at: null,
    })
    .execute();
}

export async function updateNews(db: Database, id: string, news: readonly NewsKind[]): Promise<void> {
  await outletTables(db)
    .updateTable("gathering_outlets")
    .set({ news: JSON.stringify(news) })
    .where("id", "=", id)
    .execute();
}

/** How an outlet stands after something was sent to it. */
export interface OutletStanding {
  readonly failures: number;
  readonly trouble: Trouble | undefined;
  readonly takenAt: Temporal.Instant | undefined;
  readonly pausedAt: Temporal.Instant | undefined;
}

export async function updateStanding(db: Database, id: string, standing: OutletStanding): Promise<void> {
  await outletTables(db)
    .updateTable("gathering_outlets")
    .set({
      failures: standing.failures,
      trouble: standing.trouble ?? null,
      taken_at: orNull(standing.takenAt),
      paused_at: orNull(standing.pausedAt),
    })
    .where("id", "=", id)
    .execute();
}

export async function noteTested(db: Database, id: string, now: Temporal.Instant): Promise<void> {
  await outletTables(db)
    .updateTable("gathering_outlets")
    .set({ tested_at: microsecondsFromInstant(now) })
    .where("id", "=", id)
    .execute();
}

export async function deleteOutlet(db: Database, id: string): Promise<void> {
  await outletTables(db).deleteFrom("gathering_outlets").where("id", "=", id).execute();
}

export async function deleteOutletsOf(db: Database, gatheringId: string): Promise<void> {
  await outletTables(db).deleteFrom("gathering_outlets").where("gathering_id", "=", gatheringId).execute();
}

function orNull(instant: Temporal.Instant | undefined): number | null {
  return instant === undefined ? null : microsecondsFromInstant(instant);
}
