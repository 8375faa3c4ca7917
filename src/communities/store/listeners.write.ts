import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { listenerTables } from "./listeners.tables.ts";

/** Somebody to be written down as listening. */
export interface NewListener {
  readonly communityId: string;
  readonly actorId: string;
  readonly uri: string;
  readonly personId: string | undefined;
  readonly inbox: string | undefined;
  readonly sharedInbox: string | undefined;
  readonly host: string;
  readonly handle: string;
  readonly followId: string | undefined;
  readonly waits: boolean;
  readonly since: Temporal.Instant;
}

/** Writes a listener down, or brings up to date what is known of one; who was let in already stays so. */
export async function upsertListener(database: Database, listener: NewListener): Promise<void> {
  const row = {
    community_id: listener.communityId,
    actor_id: listener.actorId,
    uri: listener.uri,
    person_id: listener.personId ?? null,
    inbox: listener.inbox ?? null,
    shared_inbox: listener.sharedInbox ?? null,
    host: listener.host,
    handle: listener.handle,
    follow_id: listener.followId ?? null,
    waits: listener.waits ? 1 : 0,
    since: microsecondsFromInstant(listener.since),
  };
  const { actor_id: _actor, uri: _uri, since: _since, ...changeable } = row;
  await listenerTables(database)
    .insertInto("listeners")
    .values(row)
    .onConflict((conflict) => conflict.columns(["actor_id", "uri"]).doUpdateSet(changeable))
    .execute();
}

/** Lets in somebody who waited. */
export async function letListenerIn(database: Database, actorId: string, uri: string): Promise<void> {
  await listenerTables(database)
    .updateTable("listeners")
    .set({ waits: 0 })
    .where("actor_id", "=", actorId)
    .where("uri", "=", uri)
    .execute();
}

/** Forgets a listener. */
export async function deleteListener(database: Database, actorId: string, uri: string): Promise<void> {
  await listenerTables(database)
    .deleteFrom("listeners")
    .where("actor_id", "=", actorId)
    .where("uri", "=", uri)
    .execute();
}

/** Forgets everyone of one person who listens to the community or to what belongs to it; gives back who they were. */
export async function deleteListenersOfPerson(
  database: Database,
  communityId: string,
  personId: string,
): Promise<readonly { readonly actorId: string; readonly uri: string; readonly followId: string | undefined }[]> {
  const rows = await listenerTables(database)
    .deleteFrom("listeners")
    .where("community_id", "=", communityId)
    .where("person_id", "=", personId)
    .returning(["actor_id", "uri", "follow_id"])
    .execute();
  return rows.map((row) => ({ actorId: row.actor_id, uri: row.uri, followId: row.follow_id ?? undefined }));
}

/** Forgets all who listen from one host to the community or to what belongs to it, but for the persons to keep. */
export async function deleteListenersOfHost(
  database: Database,
  communityId: string,
  host: string,
  keep: ReadonlySet<string>,
): Promise<number> {
  const result = await listenerTables(database)
    .deleteFrom("listeners")
    .where("community_id", "=", communityId)
    .where("host", "=", host)
    .where((where) => where.or([where("person_id", "is", null), where("person_id", "not in", ["", ...keep])]))
    .executeTakeFirstOrThrow();
  return Number(result.numDeletedRows);
}
