import type { Database } from "../../kernel/database/database.ts";
import { prepared } from "../../kernel/database/prepared.ts";
import type { PersonDescription, PersonId, Standing } from "../model/person.ts";
import { peopleTables } from "./people.tables.ts";

/** So many ids are asked for in one query; far below what either engine takes. */
const IDS_PER_QUERY = 500;

/** The person who is this fediverse actor; undefined for one nobody here has met. */
export async function personByActor(read: Database, uri: string): Promise<PersonId | undefined> {
  return (await ownerOfActor(read, { uri })).rows[0]?.person_id;
}

const ownerOfActor = prepared((read, given: { uri: string }) =>
  peopleTables(read).selectFrom("actor_identities").select("person_id").where("uri", "=", given.uri),
);

/** The people who have these handles, `@ana@social.example`; those of nobody here are left out. */
export async function peopleByHandle(read: Database, handles: readonly string[]): Promise<readonly PersonId[]> {
  if (handles.length === 0) return [];
  const rows = await peopleTables(read)
    .selectFrom("actor_identities")
    .select("person_id")
    .where("handle", "in", handles.slice(0, IDS_PER_QUERY))
    .execute();
  return [...new Set(rows.map((row) => row.person_id))];
}

/** The person who proved that they read mail at this address. */
export async function personByEmail(read: Database, address: string): Promise<PersonId | undefined> {
  const row = await peopleTables(read)
    .selectFrom("email_identities")
    .select("person_id")
    .where("address", "=", address)
    .executeTakeFirst();
  return row?.person_id;
}

/**
 * How these people are shown, by the id asked for; ids of nobody are left out. Somebody who turned out to be another person is
 * shown as that one, under both ids.
 */
export async function describePeople(
  read: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, PersonDescription>> {
  const described = new Map<string, PersonDescription>();
  const wanted = [...new Set(ids)];
  for (let start = 0; start < wanted.length; start += IDS_PER_QUERY) {
    const { rows } = await descriptions(read, { ids: wanted.slice(start, start + IDS_PER_QUERY) });
    for (const { asked_id, id, name, left_at, handle, host, url } of rows) {
      described.set(asked_id, {
        id,
        name: left_at === null ? name : undefined,
        handle: handle ?? undefined,
        host: host ?? undefined,
        url: url ?? undefined,
      });
    }
  }
  return described;
}

const descriptions = prepared((read, given: { ids: readonly string[] }) =>
  peopleTables(read)
    .selectFrom("people as asked")
    .innerJoin("people as shown", (join) =>
      join.on((is) => is("shown.id", "=", is.fn.coalesce("asked.joined_into", "asked.id"))),
    )
    .leftJoin("actor_identities as actor", "actor.uri", "shown.main_actor_uri")
    .select([
      "asked.id as asked_id",
      "shown.id",
      "shown.name",
      "shown.left_at",
      "actor.handle",
      "actor.host",
      "actor.url",
    ])
    .where("asked.id", "in", given.ids as readonly PersonId[]),
);

/** How one person is shown; undefined for the id of nobody. */
export async function describePerson(read: Database, id: string): Promise<PersonDescription | undefined> {
  return (await describePeople(read, [id])).get(id);
}

/** Whether this person may take part; someone this server never met has left, for all it knows. */
export async function standingOf(read: Database, id: string): Promise<Standing> {
  const [row] = (await endsOf(read, { id })).rows;
  if (row === undefined || row.left_at !== null || row.joined_into !== null) return "left";
  return row.suspended_at === null ? "active" : "suspended";
}

const endsOf = prepared((read, given: { id: string }) =>
  peopleTables(read)
    .selectFrom("people")
    .select(["suspended_at", "left_at", "joined_into"])
    .where("id", "=", given.id as PersonId),
);

/** Whether this actor is somebody who is suspended here; asked for every activity. */
export async function isActorSuspended(read: Database, uri: string): Promise<boolean> {
  return (await suspendedOwner(read, { uri })).rows.length > 0;
}

const suspendedOwner = prepared((read, given: { uri: string }) =>
  peopleTables(read)
    .selectFrom("actor_identities as actor")
    .innerJoin("people as owner", "owner.id", "actor.person_id")
    .select("owner.id")
    .where("actor.uri", "=", given.uri)
    .where("owner.suspended_at", "is not", null)
    .where("owner.left_at", "is", null)
    .where("owner.joined_into", "is", null),
);

/** Whether this person runs the server, and is not suspended from doing so. */
export async function isOperator(read: Database, id: string): Promise<boolean> {
  const row = await peopleTables(read)
    .selectFrom("people")
    .select("id")
    .where("id", "=", id as PersonId)
    .where("is_operator", "=", 1)
    .where("suspended_at", "is", null)
    .where("left_at", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Who runs this server, and is not suspended from doing so. */
export async function operators(read: Database): Promise<readonly PersonId[]> {
  const rows = await peopleTables(read)
    .selectFrom("people")
    .select("id")
    .where("is_operator", "=", 1)
    .where("suspended_at", "is", null)
    .where("left_at", "is", null)
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}

/** How many people run this server. */
export async function countOperators(read: Database): Promise<number> {
  const row = await peopleTables(read)
    .selectFrom("people")
    .select((is) => is.fn.countAll<number>().as("operators"))
    .where("is_operator", "=", 1)
    .where("left_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.operators;
}

/** How many people this server knows who have not left. */
export async function countPeople(read: Database): Promise<number> {
  const row = await peopleTables(read)
    .selectFrom("people")
    .select((is) => is.fn.countAll<number>().as("count"))
    .where("left_at", "is", null)
    .where("joined_into", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}
