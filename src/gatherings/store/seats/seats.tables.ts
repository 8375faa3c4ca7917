import type { Microseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";

/** A kind of seat that a gathering opens; one without such rows is open to anybody. */
export type SeatKindRow = {
  readonly gathering_id: string;
  /** An {@link OpenableKind}. */
  readonly kind: string;
  /** Null is no limit. */
  readonly capacity: number | null;
};

/** Why a gathering opens the kinds it opens. */
export type SeatingRow = {
  readonly gathering_id: string;
  readonly reason: string;
  readonly set_at: Microseconds;
};

/** The database, seen as the tables of seats. */
export function seatTables(database: Database) {
  return database.withTables<{
    readonly gathering_seat_kinds: SeatKindRow;
    readonly gathering_seating: SeatingRow;
  }>();
}
