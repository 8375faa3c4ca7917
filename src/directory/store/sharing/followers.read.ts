import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { sharingTables } from "./sharing.tables.ts";

/** Whoever follows this directory. */
export interface Follower {
  readonly uri: string;
  readonly host: string;
  readonly handle: string;
  readonly since: Temporal.Instant;
}

/** Where changes go, in the order of URIs. */
export async function followersAfter(
  db: Database,
  page: { readonly after: string; readonly limit: number },
): Promise<readonly { readonly uri: string; readonly inbox: string; readonly sharedInbox: string | undefined }[]> {
  const rows = await sharingTables(db)
    .selectFrom("directory_followers")
    .select(["uri", "inbox", "shared_inbox"])
    .where("uri", ">", page.after)
    .orderBy("uri")
    .limit(page.limit)
    .execute();
  return rows.map(({ uri, inbox, shared_inbox }) => ({ uri, inbox, sharedInbox: shared_inbox ?? undefined }));
}

/** The first of those who follow this directory, by their URIs. */
export async function someFollowers(db: Database, limit: number): Promise<readonly Follower[]> {
  const rows = await sharingTables(db)
    .selectFrom("directory_followers")
    .select(["uri", "host", "handle", "since"])
    .where("uri", ">", "")
    .orderBy("uri")
    .limit(limit)
    .execute();
  return rows.map(({ since, ...row }) => ({ ...row, since: instantFromMicroseconds(since) }));
}

/** The Follow by which this actor follows this directory. */
export async function followOf(db: Database, uri: string): Promise<string | undefined> {
  const row = await sharingTables(db)
    .selectFrom("directory_followers")
    .select("follow_id")
    .where("uri", "=", uri)
    .executeTakeFirst();
  return row?.follow_id;
}

/** How many follow this directory. */
export async function countFollowers(db: Database): Promise<number> {
  return countOf(db, "followers");
}

/** Up to which change was looked for news, and the last one that was sent. */
export async function toldSoFar(db: Database): Promise<{ readonly lookedAt: number; readonly sent: number }> {
  return { lookedAt: await countOf(db, "told"), sent: await countOf(db, "sent") };
}

/** The number of the last change. */
export async function lastChange(db: Database): Promise<number> {
  return countOf(db, "changes");
}

async function countOf(db: Database, of: "followers" | "told" | "sent" | "changes"): Promise<number> {
  const row = await sharingTables(db)
    .selectFrom("directory_counts")
    .select("count")
    .where("of", "=", of)
    .executeTakeFirst();
  return row?.count ?? 0;
}
