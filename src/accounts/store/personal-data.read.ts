import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/person.ts";
import { chosenWays } from "./contacts.read.ts";
import { elsewhereRecordsOf } from "./elsewhere/elsewhere-records.read.ts";
import { actorsOf, addressesOf } from "./identities.read.ts";
import { peopleTables } from "./people.tables.ts";
import { sessionsOf } from "./sessions.read.ts";

/** All that accounts keep of a person, for them to take along; tokens are none of it. */
export async function accountRecordsOf(read: Database, id: string, now: Temporal.Instant) {
  const personId = id as PersonId;
  const actors = await actorsOf(read, personId);
  const addresses = await addressesOf(read, personId);
  const ways = Object.entries(await chosenWays(read, personId));
  const sessions = await sessionsOf(read, personId, "", now);
  return {
    settings: await settingsOf(read, personId),
    actors: actors.map(({ uri, handle, url }) => ({ uri, handle, url })),
    addresses: addresses.map(({ address, verifiedAt }) => ({ address, verifiedAt: verifiedAt.toString() })),
    ways: ways.map(([kind, way]) => ({ kind, way })),
    sessions: sessions.map(({ device, startedAt, lastSeenAt }) => ({
      device,
      startedAt: startedAt.toString(),
      lastSeenAt: lastSeenAt.toString(),
    })),
    ...(await elsewhereRecordsOf(read, personId)),
  };
}

async function settingsOf(read: Database, personId: PersonId) {
  const rows = await peopleTables(read).selectFrom("people").selectAll().where("id", "=", personId).execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    isOperator: row.is_operator === 1,
    language: row.language,
    zone: row.zone,
    quietFrom: row.quiet_from,
    quietUntil: row.quiet_until,
    metAt: instantFromMicroseconds(row.met_at).toString(),
  }));
}
