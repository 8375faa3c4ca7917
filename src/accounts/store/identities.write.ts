import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { ActorFacts, IdentityId, PersonId } from "../model/person.ts";
import { peopleTables } from "./people.tables.ts";

/** An actor who is a person. `actor.name` is cleaned. */
export interface NewActorIdentity {
  readonly id: IdentityId;
  readonly personId: PersonId;
  readonly actor: ActorFacts;
  readonly at: Temporal.Instant;
  /** Whether they signed in by it, or were only met. */
  readonly isProven: boolean;
}

/** Adds an actor to a person. */
export async function keepActorIdentity(transaction: Database, identity: NewActorIdentity): Promise<void> {
  const at = microsecondsFromInstant(identity.at);
  await peopleTables(transaction)
    .insertInto("actor_identities")
    .values({
      id: identity.id,
      person_id: identity.personId,
      ...identity.actor,
      added_at: at,
      proven_at: identity.isProven ? at : null,
    })
    .execute();
}

/** Adds a verified address to a person. */
export async function keepEmailIdentity(
  transaction: Database,
  identity: {
    readonly id: IdentityId;
    readonly personId: PersonId;
    readonly address: string;
    readonly at: Temporal.Instant;
  },
): Promise<void> {
  const { id, personId, address, at } = identity;
  await peopleTables(transaction)
    .insertInto("email_identities")
    .values({ id, person_id: personId, address, verified_at: microsecondsFromInstant(at) })
    .execute();
}

/** What an actor says of itself now; the person's name follows, unless they chose their own or are shown by another account. */
export async function refreshActor(transaction: Database, actor: ActorFacts): Promise<void> {
  const { uri, handle, host, name, url } = actor;
  const tables = peopleTables(transaction);
  await tables.updateTable("actor_identities").set({ handle, host, name, url }).where("uri", "=", uri).execute();
  await tables
    .updateTable("people")
    .set({ name })
    .where("main_actor_uri", "=", uri)
    .where("name_is_own", "=", 0)
    .execute();
}

/** Writes down that somebody signed in by this actor. */
export async function markProven(transaction: Database, uri: string, at: Temporal.Instant): Promise<void> {
  await peopleTables(transaction)
    .updateTable("actor_identities")
    .set({ proven_at: microsecondsFromInstant(at) })
    .where("uri", "=", uri)
    .execute();
}

/** The same identity under the actor it moved to: same person, same id. */
export async function moveActorIdentity(transaction: Database, from: string, to: ActorFacts): Promise<void> {
  const tables = peopleTables(transaction);
  await tables
    .updateTable("actor_identities")
    .set({ ...to, proven_at: null })
    .where("uri", "=", from)
    .execute();
  await tables.updateTable("people").set({ main_actor_uri: to.uri }).where("main_actor_uri", "=", from).execute();
}

/** The actor by which a person is shown and written to. */
export async function setMainActor(transaction: Database, personId: PersonId, uri: string | null): Promise<void> {
  await peopleTables(transaction)
    .updateTable("people")
    .set({ main_actor_uri: uri })
    .where("id", "=", personId)
    .execute();
}

/** Takes one identity from a person. */
export async function dropIdentity(transaction: Database, personId: PersonId, id: IdentityId): Promise<void> {
  const tables = peopleTables(transaction);
  await tables.deleteFrom("actor_identities").where("person_id", "=", personId).where("id", "=", id).execute();
  await tables.deleteFrom("email_identities").where("person_id", "=", personId).where("id", "=", id).execute();
}

/** Takes all identities from a person who leaves. */
export async function dropIdentitiesOf(transaction: Database, personId: PersonId): Promise<void> {
  const tables = peopleTables(transaction);
  await tables.deleteFrom("actor_identities").where("person_id", "=", personId).execute();
  await tables.deleteFrom("email_identities").where("person_id", "=", personId).execute();
}

/** Gives all identities of one person to another. */
export async function carryIdentities(transaction: Database, from: PersonId, to: PersonId): Promise<void> {
  const tables = peopleTables(transaction);
  await tables.updateTable("actor_identities").set({ person_id: to }).where("person_id", "=", from).execute();
  await tables.updateTable("email_identities").set({ person_id: to }).where("person_id", "=", from).execute();
}
