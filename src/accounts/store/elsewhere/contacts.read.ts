import type { Database } from "../../../kernel/database/database.ts";
import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { FollowState } from "../../model/elsewhere/contact.ts";
import { elsewhereTables, type ElsewhereContactRow } from "./elsewhere.tables.ts";

/** An actor elsewhere that a person's actor follows, wrote to or heard from. */
export interface Contact {
  readonly id: string;
  readonly uri: string;
  readonly handle: string;
  readonly host: string;
  readonly name: string;
  readonly url: string;
  readonly type: string;
  readonly followId: string | undefined;
  readonly follow: FollowState | undefined;
  readonly followedAt: Temporal.Instant | undefined;
  readonly isShutOut: boolean;
}

/** Everybody a person's actor knows, by name. */
export async function contactsOf(read: Database, actor: string): Promise<readonly Contact[]> {
  const rows = await elsewhereTables(read)
    .selectFrom("elsewhere_contacts")
    .selectAll()
    .where("actor", "=", actor)
    .orderBy("name")
    .orderBy("id")
    .limit(500)
    .execute();
  return rows.map(contactFrom);
}

/** One whom a person's actor knows, by its id here. */
export async function contactById(read: Database, actor: string, id: string): Promise<Contact | undefined> {
  const row = await elsewhereTables(read)
    .selectFrom("elsewhere_contacts")
    .selectAll()
    .where("actor", "=", actor)
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : contactFrom(row);
}

/** One whom a person's actor knows, by its URI. */
export async function contactByUri(read: Database, actor: string, uri: string): Promise<Contact | undefined> {
  const row = await elsewhereTables(read)
    .selectFrom("elsewhere_contacts")
    .selectAll()
    .where("actor", "=", actor)
    .where("uri", "=", uri)
    .executeTakeFirst();
  return row === undefined ? undefined : contactFrom(row);
}

/** Whether anybody here follows this actor elsewhere. */
export async function isFollowedFromHere(read: Database, uri: string): Promise<boolean> {
  const row = await elsewhereTables(read)
    .selectFrom("elsewhere_contacts")
    .select("id")
    .where("uri", "=", uri)
    .where("follow_state", "in", ["asked", "accepted"])
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Whether anybody here knows this actor elsewhere. */
export async function isKnownHere(read: Database, uri: string): Promise<boolean> {
  const row = await elsewhereTables(read)
    .selectFrom("elsewhere_contacts")
    .select("id")
    .where("uri", "=", uri)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** How many actors a person's actor follows, or asked to. */
export async function countFollowed(read: Database, actor: string): Promise<number> {
  const row = await elsewhereTables(read)
    .selectFrom("elsewhere_contacts")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("actor", "=", actor)
    .where("follow_state", "in", ["asked", "accepted"])
    .executeTakeFirstOrThrow();
  return row.count;
}

function contactFrom(row: ElsewhereContactRow): Contact {
  const { id, uri, handle, host, name, url, type } = row;
  return {
    id,
    uri,
    handle,
    host,
    name,
    url,
    type,
    followId: row.follow_id ?? undefined,
    // Parsing at the edge: only our commands wrote the column.
    follow: (row.follow_state as FollowState | null) ?? undefined,
    followedAt: row.followed_at === null ? undefined : instantFromMicroseconds(row.followed_at),
    isShutOut: row.shut_out_at !== null,
  };
}
