import type { Database } from "../../../kernel/database/database.ts";

/** The video room of a gathering; one without a room has no row. */
export type RoomRow = {
  readonly gathering_id: string;
  /** An address by https. */
  readonly link: string;
};

type RoomTables = { readonly gathering_rooms: RoomRow };

/** The database, seen as the table of rooms. */
export function roomTables(database: Database) {
  return database.withTables<RoomTables>();
}
