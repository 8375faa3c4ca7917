import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { ListedPlace } from "../../model/listed-place.ts";
import { longListTables, type LongListRow } from "./long-lists.tables.ts";

/** How far a long list has come. */
export interface LongList {
  readonly id: string;
  readonly name: string;
  readonly places: number;
  readonly taken: number;
  readonly added: number;
  readonly optedOut: number;
  readonly passedOver: number;
  readonly begunAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | undefined;
}

/** The list with this id. */
export async function longListById(db: Database, id: string): Promise<LongList | undefined> {
  const row = await longListTables(db)
    .selectFrom("directory_long_lists")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : longListFrom(row);
}

/** The long lists begun last, the latest first. */
export async function latestLongLists(db: Database, limit: number): Promise<readonly LongList[]> {
  const rows = await longListTables(db)
    .selectFrom("directory_long_lists")
    .selectAll()
    .where("begun_at", ">", 0)
    .orderBy("begun_at", "desc")
    .limit(limit)
    .execute();
  return rows.map(longListFrom);
}

/** The places of a part that is still to be taken over. */
export async function partOfList(
  db: Database,
  listId: string,
  part: number,
): Promise<readonly ListedPlace[] | undefined> {
  const row = await longListTables(db)
    .selectFrom("directory_list_parts")
    .select("places")
    .where("list_id", "=", listId)
    .where("part", "=", part)
    .executeTakeFirst();
  // As it was written by this program; each field is read again by its shape before it is kept.
  return row === undefined ? undefined : (JSON.parse(row.places) as readonly ListedPlace[]);
}

function longListFrom(row: LongListRow): LongList {
  return {
    id: row.id,
    name: row.name,
    places: row.places,
    taken: row.taken,
    added: row.added,
    optedOut: row.opted_out,
    passedOver: row.passed_over,
    begunAt: instantFromMicroseconds(row.begun_at),
    endedAt: row.ended_at === null ? undefined : instantFromMicroseconds(row.ended_at),
  };
}
