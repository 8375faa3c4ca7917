import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { OpenableKind } from "../../model/seats/seating.ts";
import { seatTables } from "./seats.tables.ts";

/** Replaces the kinds of seats that a gathering opens, and the reason; none is: anybody. */
export async function replaceSeating(
  db: Database,
  gatheringId: string,
  opened: ReadonlyMap<OpenableKind, number | null>,
  { reason, at }: { readonly reason: string; readonly at: Temporal.Instant },
): Promise<void> {
  const tables = seatTables(db);
  await tables.deleteFrom("gathering_seat_kinds").where("gathering_id", "=", gatheringId).execute();
  await tables.deleteFrom("gathering_seating").where("gathering_id", "=", gatheringId).execute();
  if (opened.size === 0) return;
  await tables
    .insertInto("gathering_seat_kinds")
    .values([...opened].map(([kind, capacity]) => ({ gathering_id: gatheringId, kind, capacity })))
    .execute();
  await tables
    .insertInto("gathering_seating")
    .values({ gathering_id: gatheringId, reason, set_at: microsecondsFromInstant(at) })
    .execute();
}
