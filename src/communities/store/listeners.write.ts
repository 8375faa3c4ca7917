import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { listenerTables } from "./listeners.tables.ts";

/** Somebody to be written down as listening. */
export interface NewListener {
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
