import type { Database } from "../../kernel/database/database.ts";
import type { Contact, QuietHours } from "../model/contact.ts";
import { waysFor, type ChosenWays } from "../model/notice-kinds.ts";
import type { PersonId } from "../model/person.ts";
import { peopleTables, type PersonRow } from "./people.tables.ts";

/**
 * How a person wants to hear of things; undefined for somebody who hears of nothing: suspended, gone, or never met.
 * Somebody who turned out to be another person is reached as that one.
 */
export async function contactOf(read: Database, personId: string): Promise<Contact | undefined> {
  const person = await reachable(read, personId);
  if (person === undefined) return undefined;
  const email = await firstAddress(read, person.id);
  const chosen = await chosenWays(read, person.id);
  const actorUri = person.main_actor_uri ?? undefined;
  const reach = { byFediverse: actorUri !== undefined, byEmail: email !== undefined };
  return {
    personId: person.id,
    language: person.language ?? undefined,
    zone: person.zone ?? undefined,
    ways: waysFor(chosen, reach),
    quietHours: quietHoursOf(person),
    actorUri,
    email,
  };
}

/** The ways a person chose, without those that follow from their account. */
export async function chosenWays(read: Database, personId: PersonId): Promise<ChosenWays> {
  const rows = await peopleTables(read)
    .selectFrom("notice_ways")
    .select(["kind", "way"])
    .where("person_id", "=", personId)
    .execute();
  return Object.fromEntries(rows.map((row) => [row.kind, row.way]));
}

/** Quiet hours as they lie in a person's row. */
function quietHoursOf(row: Pick<PersonRow, "quiet_from" | "quiet_until">): QuietHours | undefined {
  if (row.quiet_from === null || row.quiet_until === null) return undefined;
  return { from: row.quiet_from, until: row.quiet_until };
}

function reachable(read: Database, personId: string) {
  return peopleTables(read)
    .selectFrom("people as asked")
    .innerJoin("people as person", (join) =>
      join.on((is) => is("person.id", "=", is.fn.coalesce("asked.joined_into", "asked.id"))),
    )
    .select([
      "person.id",
      "person.language",
      "person.zone",
      "person.quiet_from",
      "person.quiet_until",
      "person.main_actor_uri",
    ])
    .where("asked.id", "=", personId as PersonId)
    .where("person.suspended_at", "is", null)
    .where("person.left_at", "is", null)
    .executeTakeFirst();
}

async function firstAddress(read: Database, personId: PersonId): Promise<string | undefined> {
  const row = await peopleTables(read)
    .selectFrom("email_identities")
    .select("address")
    .where("person_id", "=", personId)
    .orderBy("verified_at")
    .limit(1)
    .executeTakeFirst();
  return row?.address;
}
