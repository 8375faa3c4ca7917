import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { IdentityId, PersonId } from "../model/person.ts";
import { peopleTables } from "./people.tables.ts";

/** A fediverse account of a person, as they see it. */
export interface OwnActor {
  readonly id: IdentityId;
  readonly uri: string;
  readonly handle: string;
  readonly url: string;
  /** Whether they ever signed in by it, or were only met through their server. */
  readonly isProven: boolean;
}

/** An e-mail address of a person. */
export interface OwnAddress {
  readonly id: IdentityId;
  readonly address: string;
  readonly verifiedAt: Temporal.Instant;
}

/** The fediverse accounts of a person, the first known first. */
export async function actorsOf(read: Database, personId: PersonId): Promise<readonly OwnActor[]> {
  const rows = await peopleTables(read)
    .selectFrom("actor_identities")
    .select(["id", "uri", "handle", "url", "proven_at"])
    .where("person_id", "=", personId)
    .orderBy("added_at")
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map(({ proven_at, ...row }) => ({ ...row, isProven: proven_at !== null }));
}

/** The verified addresses of a person, the first known first. */
export async function addressesOf(read: Database, personId: PersonId): Promise<readonly OwnAddress[]> {
  const rows = await peopleTables(read)
    .selectFrom("email_identities")
    .select(["id", "address", "verified_at"])
    .where("person_id", "=", personId)
    .orderBy("verified_at")
    .orderBy("id")
    .limit(100)
    .execute();
  return rows.map(({ id, address, verified_at }) => ({
    id,
    address,
    verifiedAt: instantFromMicroseconds(verified_at),
  }));
}

/** The one fediverse account of a person who was only ever met through it; undefined for anybody who signed in once or has more. */
export async function onlyMetAs(read: Database, personId: PersonId): Promise<string | undefined> {
  const [actors, addresses] = [await actorsOf(read, personId), await addressesOf(read, personId)];
  const only = actors.length === 1 && addresses.length === 0 ? actors[0] : undefined;
  return only?.isProven === false ? only.uri : undefined;
}
