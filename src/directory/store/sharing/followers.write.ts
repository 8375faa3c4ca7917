import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { sharingTables } from "./sharing.tables.ts";

/** Somebody follows this directory; by the last Follow, if there were several. */
export async function keepFollower(
  db: Database,
  follower: {
    readonly uri: string;
    readonly host: string;
    readonly handle: string;
    readonly inbox: string;
    readonly sharedInbox: string | undefined;
    readonly followId: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { uri, host, handle, inbox, sharedInbox, followId, at } = follower;
  const present = { host, handle, inbox, shared_inbox: sharedInbox ?? null, follow_id: followId };
  const tables = sharingTables(db);
  const known = await tables
    .updateTable("directory_followers")
    .set(present)
    .where("uri", "=", uri)
    .returning("uri")
    .execute();
  if (known.length > 0) return;
  await tables
    .insertInto("directory_followers")
    .values({ uri, ...present, since: microsecondsFromInstant(at) })
    .execute();
  await addToFollowers(db, 1);
}

/** They follow this directory no more. */
export async function deleteFollowers(db: Database, uris: readonly string[]): Promise<number> {
  if (uris.length === 0) return 0;
  const gone = await sharingTables(db)
    .deleteFrom("directory_followers")
    .where("uri", "in", uris)
    .returning("uri")
    .execute();
  if (gone.length > 0) await addToFollowers(db, -gone.length);
  return gone.length;
}

async function addToFollowers(db: Database, more: number): Promise<void> {
  await sharingTables(db)
    .insertInto("directory_counts")
    .values({ of: "followers", count: more })
    .onConflict((conflict) =>
      conflict.column("of").doUpdateSet((row) => ({ count: row("directory_counts.count", "+", more) })),
    )
    .execute();
}

/** Keeps up to which change was looked for news, or which was sent last. */
export async function keepTold(db: Database, of: "told" | "sent", number: number): Promise<void> {
  await sharingTables(db)
    .insertInto("directory_counts")
    .values({ of, count: number })
    .onConflict((conflict) => conflict.column("of").doUpdateSet({ count: number }))
    .execute();
}
