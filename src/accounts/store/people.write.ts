import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/person.ts";
import { peopleTables } from "./people.tables.ts";

/** A person as first known. */
export interface NewPerson {
  readonly id: PersonId;
  /** Cleaned. */
  readonly name: string;
  /** Whether they typed it themselves, so that it does not follow their account's. */
  readonly nameIsOwn: boolean;
  readonly mainActorUri: string | null;
  readonly language: string | null;
  readonly at: Temporal.Instant;
}

/** Keeps a new person, with no identity yet. */
export async function keepPerson(transaction: Database, person: NewPerson): Promise<void> {
  await peopleTables(transaction)
    .insertInto("people")
    .values({
      id: person.id,
      name: person.name,
      name_is_own: person.nameIsOwn ? 1 : 0,
      main_actor_uri: person.mainActorUri,
      is_operator: 0,
      language: person.language,
      zone: null,
      quiet_from: null,
      quiet_until: null,
      met_at: microsecondsFromInstant(person.at),
      suspended_at: null,
      suspension_reason: null,
      left_at: null,
      joined_into: null,
    })
    .execute();
}

/** Lets a person run the server. */
export async function makeOperator(transaction: Database, personId: PersonId): Promise<void> {
  await peopleTables(transaction).updateTable("people").set({ is_operator: 1 }).where("id", "=", personId).execute();
}

/** Gives a person the name they typed; it no longer follows their account's. */
export async function renamePerson(transaction: Database, personId: PersonId, name: string): Promise<void> {
  await peopleTables(transaction)
    .updateTable("people")
    .set({ name, name_is_own: 1 })
    .where("id", "=", personId)
    .execute();
}

/** Keeps a person out, for a recorded reason; or lets them in again, with no reason. */
export async function setSuspension(
  transaction: Database,
  personId: PersonId,
  suspension: { readonly at: Temporal.Instant; readonly reason: string } | undefined,
): Promise<void> {
  await peopleTables(transaction)
    .updateTable("people")
    .set({
      suspended_at: suspension === undefined ? null : microsecondsFromInstant(suspension.at),
      suspension_reason: suspension?.reason ?? null,
    })
    .where("id", "=", personId)
    .execute();
}

/** Empties the row of a person who leaves; the row itself stays, since records name its id. */
export async function emptyPerson(transaction: Database, personId: PersonId, at: Temporal.Instant): Promise<void> {
  await peopleTables(transaction)
    .updateTable("people")
    .set({
      name: "",
      name_is_own: 0,
      main_actor_uri: null,
      is_operator: 0,
      language: null,
      zone: null,
      quiet_from: null,
      quiet_until: null,
      left_at: microsecondsFromInstant(at),
    })
    .where("id", "=", personId)
    .execute();
}

/** Points one person's row, and all that point to it already, to the person they turned out to be. */
export async function pointPersonTo(transaction: Database, joined: PersonId, kept: PersonId): Promise<void> {
  await peopleTables(transaction)
    .updateTable("people")
    .set({ joined_into: kept, is_operator: 0, main_actor_uri: null })
    .where((is) => is.or([is("id", "=", joined), is("joined_into", "=", joined)]))
    .execute();
}
