import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/person.ts";
import { elsewhereTables } from "./elsewhere.tables.ts";

/** Keeps a person's new actor. */
export async function keepPersonActor(
  transaction: Database,
  actor: {
    readonly id: string;
    readonly personId: PersonId;
    readonly handle: string;
    readonly name: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const at = microsecondsFromInstant(actor.at);
  const { id, handle, name } = actor;
  await elsewhereTables(transaction)
    .insertInto("person_actors")
    .values({ id, person_id: actor.personId, handle, name, created_at: at, seen_at: at, gone_at: null })
    .execute();
}

/** Gives an actor another name. */
export async function renamePersonActor(transaction: Database, id: string, name: string): Promise<void> {
  await elsewhereTables(transaction).updateTable("person_actors").set({ name }).where("id", "=", id).execute();
}

/** Writes down when a person last looked at what came. */
export async function noteSeen(transaction: Database, id: string, at: Temporal.Instant): Promise<void> {
  await elsewhereTables(transaction)
    .updateTable("person_actors")
    .set({ seen_at: microsecondsFromInstant(at) })
    .where("id", "=", id)
    .execute();
}

/** Lets an actor stand for another person: the one that its person turned out to be. */
export async function handPersonActorTo(transaction: Database, id: string, personId: PersonId): Promise<void> {
  await elsewhereTables(transaction)
    .updateTable("person_actors")
    .set({ person_id: personId })
    .where("id", "=", id)
    .execute();
}

/** Empties an actor for good, with all that it followed, heard and said; the row stays, and its handle is nobody else's. */
export async function emptyPersonActor(transaction: Database, id: string, at: Temporal.Instant): Promise<void> {
  const tables = elsewhereTables(transaction);
  for (const table of ["elsewhere_contacts", "elsewhere_addressed", "elsewhere_answers", "elsewhere_said"] as const) {
    await tables.deleteFrom(table).where("actor", "=", id).execute();
  }
  await tables
    .updateTable("person_actors")
    .set({ person_id: null, name: "", gone_at: microsecondsFromInstant(at) })
    .where("id", "=", id)
    .execute();
}
