import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { listenerTables } from "./listeners.tables.ts";
import { memberTables } from "./members.tables.ts";
import { moderationTables } from "./moderation.tables.ts";
import { keptInStanding } from "./standing/standing.read.ts";

/** One thing kept of a person, as plain values by name. */
type KeptRecord = Readonly<Record<string, string | boolean | readonly string[]>>;

/** All that communities keep of a person, by list, for them to take along. */
export async function keptOfPerson(
  database: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const members = memberTables(database);
  const memberships = await members.selectFrom("members").selectAll().where("person_id", "=", personId).execute();
  const applications = await members.selectFrom("applications").selectAll().where("person_id", "=", personId).execute();
  const invitations = await members.selectFrom("invitations").selectAll().where("person_id", "=", personId).execute();
  const listening = await listenerTables(database)
    .selectFrom("listeners")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  const reports = await moderationTables(database)
    .selectFrom("reports")
    .selectAll()
    .where("reporter_id", "=", personId)
    .execute();
  return {
    ...(await keptInStanding(database, personId)),
    memberships: memberships.map((row) => ({
      community: row.community_id,
      role: row.role,
      joined: instantText(row.joined_at),
    })),
    applications: applications.map((row) => ({
      community: row.community_id,
      reason: row.reason,
      applied: instantText(row.applied_at),
    })),
    invitations: invitations.map((row) => ({
      community: row.community_id,
      note: row.note,
      invited: instantText(row.invited_at),
    })),
    listening: listening.map((row) => ({ actor: row.actor_id, as: row.uri, since: instantText(row.since) })),
    reports: reports.map((row) => ({
      community: row.community_id,
      account: row.account,
      objects: JSON.parse(row.objects) as readonly string[],
      text: row.text,
      received: instantText(row.received_at),
    })),
  };
}

function instantText(microseconds: number): string {
  return instantFromMicroseconds(microseconds).toString();
}
