import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { prepared } from "../../../kernel/database/prepared.ts";
import type { PersonId } from "../../model/person.ts";
import { elsewhereTables, type PersonActorRow } from "./elsewhere.tables.ts";

/** The actor by which a person takes part on other servers. */
export interface PersonActor {
  readonly id: string;
  readonly handle: string;
  readonly name: string;
  readonly createdAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  readonly isGone: boolean;
}

/** The actor with this id, gone or not. */
export async function personActorById(read: Database, id: string): Promise<PersonActor | undefined> {
  return actorFrom((await byId(read, { id })).rows[0]);
}

// Asked for every request to any actor of the server.
const byId = prepared((read, given: { id: string }) =>
  elsewhereTables(read).selectFrom("person_actors").selectAll().where("id", "=", given.id),
);

/** The actor with this handle, gone or not. */
export async function personActorByHandle(read: Database, handle: string): Promise<PersonActor | undefined> {
  const row = await elsewhereTables(read)
    .selectFrom("person_actors")
    .selectAll()
    .where("handle", "=", handle.toLowerCase())
    .executeTakeFirst();
  return actorFrom(row);
}

/** The actor of a person; undefined for one who takes part nowhere else. */
export async function personActorOf(read: Database, personId: string): Promise<PersonActor | undefined> {
  const row = await elsewhereTables(read)
    .selectFrom("person_actors")
    .selectAll()
    .where("person_id", "=", personId as PersonId)
    .executeTakeFirst();
  return actorFrom(row);
}

/** Those of these ids that are actors of people, and not gone. */
export async function personActorsAmong(read: Database, ids: readonly string[]): Promise<readonly string[]> {
  if (ids.length === 0) return [];
  const rows = await elsewhereTables(read)
    .selectFrom("person_actors")
    .select("id")
    .where("id", "in", ids)
    .where("gone_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map((row) => row.id);
}

function actorFrom(row: PersonActorRow | undefined): PersonActor | undefined {
  if (row === undefined) return undefined;
  const { id, handle, name } = row;
  return {
    id,
    handle,
    name,
    createdAt: instantFromMicroseconds(row.created_at),
    seenAt: instantFromMicroseconds(row.seen_at),
    isGone: row.gone_at !== null,
  };
}
