import type { Application } from "../../application.ts";
import { instantFromMicroseconds, microsecondsFromInstant } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import type { RemoteActor } from "../received.ts";
import type { RemoteKey } from "./actor-document.ts";
import { remoteActorTables, type RemoteActorRow } from "./remote-actors.tables.ts";

/** A remote actor with the keys by which it is recognised. */
export interface KnownActor {
  readonly actor: RemoteActor;
  readonly keys: readonly RemoteKey[];
  readonly fetchedAt: Temporal.Instant;
}

/** How many remote actors are kept: of one host, and in all; and how long one that nobody asks about. */
export interface ActorQuota {
  readonly perHost: number;
  readonly all: number;
  readonly unused: Temporal.Duration;
}

/** Large enough for the members of a large instance; anybody may invent hosts and accounts, so there is an end to it. */
export const usualQuota: ActorQuota = {
  perHost: 20_000,
  all: 100_000,
  unused: Temporal.Duration.from({ hours: 60 * 24 }),
};

/** The actor as it is kept; undefined when it is not. */
export async function keptActor(application: Application, uri: string): Promise<KnownActor | undefined> {
  const row = await remoteActorTables(application.read)
    .selectFrom("remote_actors")
    .selectAll()
    .where("uri", "=", uri)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  await noteUse(application, row);
  return knownFrom(row);
}

/** Keeps an actor as it is now. */
export async function keepActor(application: Application, known: KnownActor): Promise<void> {
  const { actor, keys, fetchedAt } = known;
  const now = microsecondsFromInstant(application.clock());
  const changing = {
    actor: JSON.stringify(actor),
    keys: JSON.stringify(keys),
    fetched_at: microsecondsFromInstant(fetchedAt),
  };
  await application.database.write(async (transaction) => {
    await remoteActorTables(transaction)
      .insertInto("remote_actors")
      .values({ uri: actor.uri, host: actor.host, ...changing, used_at: now })
      .onConflict((conflict) => conflict.column("uri").doUpdateSet({ ...changing, used_at: now }))
      .execute();
  });
}

/** Removes an actor; nothing happens when there is none. */
export async function dropActor(application: Application, uri: string): Promise<void> {
  await application.database.write(async (transaction) => {
    await remoteActorTables(transaction).deleteFrom("remote_actors").where("uri", "=", uri).execute();
  });
}

/** Brings the actors kept back within the quota: of a host with too many, and of all, those unused for longest go. */
export async function pruneActors(application: Application, quota: ActorQuota): Promise<void> {
  const oldest = microsecondsFromInstant(application.clock().subtract(quota.unused));
  await application.database.write(async (transaction) => {
    const actors = remoteActorTables(transaction);
    await actors.deleteFrom("remote_actors").where("used_at", "<", oldest).execute();
    const crowded = await actors
      .selectFrom("remote_actors")
      .select("host")
      .groupBy("host")
      .having((group) => group.fn.countAll(), ">", quota.perHost)
      .execute();
    for (const { host } of crowded) await dropBeyond(transaction, quota.perHost, host);
    await dropBeyond(transaction, quota.all, undefined);
  });
}

async function dropBeyond(transaction: Database, most: number, host: string | undefined): Promise<void> {
  const actors = remoteActorTables(transaction);
  const ofHost = actors
    .selectFrom("remote_actors")
    .$if(host !== undefined, (query) => query.where("host", "=", host ?? ""));
  const { count } = await ofHost.select((row) => row.fn.countAll<number>().as("count")).executeTakeFirstOrThrow();
  if (count <= most) return;
  const excess = ofHost
    .select("uri")
    .orderBy("used_at")
    .limit(count - most);
  await actors.deleteFrom("remote_actors").where("uri", "in", excess).execute();
}

async function noteUse(application: Application, row: RemoteActorRow): Promise<void> {
  const now = application.clock();
  const isRecent = Temporal.Instant.compare(instantFromMicroseconds(row.used_at).add({ hours: 24 }), now) > 0;
  if (isRecent) return;
  await application.database.write(async (transaction) => {
    await remoteActorTables(transaction)
      .updateTable("remote_actors")
      .set({ used_at: microsecondsFromInstant(now) })
      .where("uri", "=", row.uri)
      .execute();
  });
}

function knownFrom(row: RemoteActorRow): KnownActor {
  // Parsing at the edge: only `keepActor` writes these columns. JSON has no undefined and no Instant.
  const actor = JSON.parse(row.actor) as RemoteActor & { readonly keyChangedAt?: string };
  const keyChangedAt = actor.keyChangedAt === undefined ? undefined : Temporal.Instant.from(actor.keyChangedAt);
  return {
    actor: {
      ...actor,
      sharedInbox: actor.sharedInbox,
      followers: actor.followers,
      movedTo: actor.movedTo,
      keyChangedAt,
    },
    keys: JSON.parse(row.keys) as readonly RemoteKey[],
    fetchedAt: instantFromMicroseconds(row.fetched_at),
  };
}
