import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/person.ts";
import { peopleTables } from "./people.tables.ts";

/** A person as operators find them. */
export interface FoundPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly handle: string | undefined;
  readonly suspendedAt: Temporal.Instant | undefined;
  readonly suspensionReason: string | undefined;
}

const most = 50;

/**
 * Those who are known by exactly this handle, address or actor URI, all of a host, or whose name begins like this; at most fifty. With
 * nothing to look for: those who are suspended.
 */
export async function findPeople(read: Database, wanted: string): Promise<readonly FoundPerson[]> {
  const found = foundPeople(read);
  if (wanted === "") {
    const suspended = found.where("person.suspended_at", "is not", null).orderBy("person.suspended_at", "desc");
    return describe(await suspended.execute());
  }
  const handle = wanted.startsWith("@") ? wanted : `@${wanted}`;
  const tables = peopleTables(read);
  const byActor = tables
    .selectFrom("actor_identities")
    .select("person_id")
    .where((is) => is.or([is("handle", "=", handle), is("uri", "=", wanted), is("host", "=", wanted.toLowerCase())]))
    .limit(most);
  const byAddress = tables
    .selectFrom("email_identities")
    .select("person_id")
    .where("address", "=", wanted.toLowerCase());
  const begins = likeText(wanted.toLowerCase());
  const rows = await found
    .where((is) =>
      is.or([
        is("person.id", "in", byActor),
        is("person.id", "in", byAddress),
        ...(begins === "" ? [] : [is(is.fn<string>("lower", ["person.name"]), "like", `${begins}%`)]),
      ]),
    )
    .orderBy("person.id")
    .execute();
  return describe(rows);
}

function foundPeople(read: Database) {
  return peopleTables(read)
    .selectFrom("people as person")
    .leftJoin("actor_identities as actor", "actor.uri", "person.main_actor_uri")
    .select(["person.id", "person.name", "actor.handle", "person.suspended_at", "person.suspension_reason"])
    .where("person.left_at", "is", null)
    .where("person.joined_into", "is", null)
    .limit(most);
}

type FoundRow = Awaited<ReturnType<ReturnType<typeof foundPeople>["execute"]>>[number];

function describe(rows: readonly FoundRow[]): readonly FoundPerson[] {
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    handle: row.handle ?? undefined,
    suspendedAt: row.suspended_at === null ? undefined : instantFromMicroseconds(row.suspended_at),
    suspensionReason: row.suspension_reason ?? undefined,
  }));
}

/** A text without the signs that LIKE reads as anything, which is good enough for names and costs no escape clause. */
function likeText(text: string): string {
  return text.replace(/[%_\\]/g, "");
}
