import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ListedPlace } from "../../model/listed-place.ts";
import { longListTables } from "./long-lists.tables.ts";

/** A list of which nothing is taken over yet, in parts of so many places. */
export async function insertLongList(
  db: Database,
  list: {
    readonly id: string;
    readonly name: string;
    readonly places: readonly ListedPlace[];
    readonly passedOver: number;
    readonly perPart: number;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const tables = longListTables(db);
  await tables
    .insertInto("directory_long_lists")
    .values({
      id: list.id,
      name: list.name,
      places: list.places.length,
      taken: 0,
      added: 0,
      opted_out: 0,
      passed_over: list.passedOver,
      begun_at: microsecondsFromInstant(list.at),
      ended_at: null,
    })
    .execute();
  for (let part = 0; part * list.perPart < list.places.length; part++) {
    const places = JSON.stringify(list.places.slice(part * list.perPart, (part + 1) * list.perPart));
    await tables.insertInto("directory_list_parts").values({ list_id: list.id, part, places }).execute();
  }
}

/** A part of a list is taken over: it is no longer kept, and counts in how far the list has come. */
export async function endPart(
  db: Database,
  done: {
    readonly listId: string;
    readonly part: number;
    readonly taken: number;
    readonly added: number;
    readonly optedOut: number;
  },
): Promise<void> {
  const tables = longListTables(db);
  await tables
    .deleteFrom("directory_list_parts")
    .where("list_id", "=", done.listId)
    .where("part", "=", done.part)
    .execute();
  await tables
    .updateTable("directory_long_lists")
    .set((row) => ({
      taken: row("taken", "+", done.taken),
      added: row("added", "+", done.added),
      opted_out: row("opted_out", "+", done.optedOut),
    }))
    .where("id", "=", done.listId)
    .execute();
}

/** The whole list is taken over. */
export async function endLongList(db: Database, listId: string, at: Temporal.Instant): Promise<void> {
  await longListTables(db)
    .updateTable("directory_long_lists")
    .set({ ended_at: microsecondsFromInstant(at) })
    .where("id", "=", listId)
    .execute();
}
