import type { Database } from "../../../kernel/database/database.ts";
import {
  openableKinds,
  seatsFrom,
  type OpenableKind,
  type PlainPlaces,
  type Seats,
} from "../../model/seats/seating.ts";
import { seatTables } from "./seats.tables.ts";

/** Who may come to a gathering. */
export interface Seating {
  readonly seats: Seats;
  /** What its organisers opened instead of places for anybody; empty where anybody may come. */
  readonly opened: ReadonlyMap<OpenableKind, number | null>;
  /** The organisers' reason; empty where anybody may come. */
  readonly reason: string;
}

/** The seats of a gathering as they stand. */
export async function seatingOf(db: Database, gathering: PlainPlaces & { readonly id: string }): Promise<Seating> {
  const rows = await seatTables(db)
    .selectFrom("gathering_seat_kinds as opened")
    .leftJoin("gathering_seating as seating", "seating.gathering_id", "opened.gathering_id")
    .select(["opened.kind", "opened.capacity", "seating.reason"])
    .where("opened.gathering_id", "=", gathering.id)
    .limit(openableKinds.length)
    .execute();
  const kept = new Map(rows.map((row) => [row.kind, row.capacity]));
  const opened = new Map(openableKinds.flatMap((kind) => (kept.has(kind) ? [[kind, kept.get(kind) ?? null]] : [])));
  return { seats: seatsFrom(gathering, opened), opened, reason: rows[0]?.reason ?? "" };
}
