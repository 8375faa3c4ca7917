import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { CommunityId } from "../model/community.ts";
import { listenerTables, type ListenerRow } from "./listeners.tables.ts";

/** Where a listener's deliveries go. */
export interface ListenerInbox {
  readonly uri: string;
  readonly inbox: string;
  readonly sharedInbox: string | undefined;
}

/** Somebody who listens to an actor of this server, or waits to. */
export interface Listener {
  readonly communityId: CommunityId;
  readonly actorId: string;
  readonly uri: string;
  readonly personId: string | undefined;
  readonly host: string;
  readonly handle: string;
  readonly followId: string | undefined;
  readonly waits: boolean;
  readonly since: Temporal.Instant;
}

/** A page of a list in the order of URIs: at most `limit` after the URI `after` (empty to begin). */
export interface UriPage {
  readonly after: string;
  readonly limit: number;
}

/** The inboxes of all who listen to an actor, in the order of their URIs; who waits for a yes is not among them. */
export async function followersOf(
  database: Database,
  actorId: string,
  page: UriPage,
): Promise<readonly ListenerInbox[]> {
  const rows = await listenerTables(database)
    .selectFrom("listeners")
    .select(["uri", "inbox", "shared_inbox"])
    .where("actor_id", "=", actorId)
    .where("waits", "=", 0)
    .where("uri", ">", page.after)
    .where("inbox", "is not", null)
    .orderBy("uri")
    .limit(page.limit)
    .execute();
  return rows.flatMap((row) =>
    row.inbox === null ? [] : [{ uri: row.uri, inbox: row.inbox, sharedInbox: row.shared_inbox ?? undefined }],
  );
}

/** How many listen to an actor, those without an account elsewhere among them; who waits for a yes does not count. */
export async function countFollowers(database: Database, actorId: string): Promise<number> {
  const row = await listenerTables(database)
    .selectFrom("listeners")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("actor_id", "=", actorId)
    .where("waits", "=", 0)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** One listener of an actor, by URI, whether let in or waiting. */
export async function listenerByUri(database: Database, actorId: string, uri: string): Promise<Listener | undefined> {
  const row = await listenerTables(database)
    .selectFrom("listeners")
    .selectAll()
    .where("actor_id", "=", actorId)
    .where("uri", "=", uri)
    .executeTakeFirst();
  return row === undefined ? undefined : listenerFromRow(row);
}

/** Who waits for a steward's yes, in the order of their URIs. */
export async function listenersWaiting(
  database: Database,
  actorId: string,
  page: UriPage,
): Promise<readonly Listener[]> {
  const rows = await listenerTables(database)
    .selectFrom("listeners")
    .selectAll()
    .where("actor_id", "=", actorId)
    .where("waits", "=", 1)
    .where("uri", ">", page.after)
    .orderBy("uri")
    .limit(page.limit)
    .execute();
  return rows.map(listenerFromRow);
}

/** A person's own listening to one actor, by whichever of their identities; at most 50. */
export async function listeningOf(database: Database, actorId: string, personId: string): Promise<readonly Listener[]> {
  const rows = await listenerTables(database)
    .selectFrom("listeners")
    .selectAll()
    .where("person_id", "=", personId)
    .where("actor_id", "=", actorId)
    .orderBy("uri")
    .limit(50)
    .execute();
  return rows.map(listenerFromRow);
}

/** The persons who listen to an actor from here, having no account elsewhere: they hear by e-mail. */
export async function listenersFromHere(
  database: Database,
  actorId: string,
  page: UriPage,
): Promise<readonly Listener[]> {
  const rows = await listenerTables(database)
    .selectFrom("listeners")
    .selectAll()
    .where("actor_id", "=", actorId)
    .where("inbox", "is", null)
    .where("waits", "=", 0)
    .where("uri", ">", page.after)
    .orderBy("uri")
    .limit(page.limit)
    .execute();
  return rows.map(listenerFromRow);
}

function listenerFromRow(row: ListenerRow): Listener {
  return {
    communityId: row.community_id as CommunityId,
    actorId: row.actor_id,
    uri: row.uri,
    personId: row.person_id ?? undefined,
    host: row.host,
    handle: row.handle,
    followId: row.follow_id ?? undefined,
    waits: row.waits === 1,
    since: instantFromMicroseconds(row.since),
  };
}

/** The servers from which anybody listens to a community or to what belongs to it; at most 100,000. */
export async function listenerHosts(database: Database, communityId: string): Promise<readonly string[]> {
  const rows = await listenerTables(database)
    .selectFrom("listeners")
    .select("host")
    .distinct()
    .where("community_id", "=", communityId)
    .where("host", "!=", "")
    .limit(100_000)
    .execute();
  return rows.map((row) => row.host);
}

/** The persons known here among those who listen from one server; at most 10,000. */
export async function personsListeningFrom(
  database: Database,
  communityId: string,
  host: string,
): Promise<readonly string[]> {
  const rows = await listenerTables(database)
    .selectFrom("listeners")
    .select("person_id")
    .distinct()
    .where("community_id", "=", communityId)
    .where("host", "=", host)
    .where("person_id", "is not", null)
    .limit(10_000)
    .execute();
  return rows.flatMap((row) => row.person_id ?? []);
}

/** The listener whose Follow has this id. */
export async function listenerByFollow(
  database: Database,
  uri: string,
  followId: string,
): Promise<Listener | undefined> {
  const row = await listenerTables(database)
    .selectFrom("listeners")
    .selectAll()
    .where("uri", "=", uri)
    .where("follow_id", "=", followId)
    .executeTakeFirst();
  return row === undefined ? undefined : listenerFromRow(row);
}
