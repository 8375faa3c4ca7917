import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { ActorFacts, IdentityId, PersonId } from "../model/person.ts";
import { peopleTables } from "./people.tables.ts";

/** Somebody met through their own server. `actor.name` is cleaned already. */
export interface MetPerson {
  readonly personId: PersonId;
  readonly identityId: IdentityId;
  readonly actor: ActorFacts;
  readonly at: Temporal.Instant;
}

/** Keeps a new person with the actor by which they were met. */
export async function keepMetPerson(transaction: Database, met: MetPerson): Promise<void> {
  const at = microsecondsFromInstant(met.at);
  await keepPerson(transaction, {
    id: met.personId,
    name: met.actor.name,
    nameIsOwn: false,
    mainActorUri: met.actor.uri,
    at: met.at,
  });
  await peopleTables(transaction)
    .insertInto("actor_identities")
    .values({ id: met.identityId, person_id: met.personId, ...met.actor, added_at: at, proven_at: null })
    .execute();
}

/** A person as first known. */
export interface NewPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly nameIsOwn: boolean;
  readonly mainActorUri: string | null;
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
      language: null,
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
