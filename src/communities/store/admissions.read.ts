import { instantFromMicroseconds, microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { PersonId } from "../model/community.ts";
import { memberTables, type InvitationLinkRow } from "./members.tables.ts";

/** Somebody who waits for a steward's yes. */
export interface Application {
  readonly personId: PersonId;
  readonly reason: string;
  readonly appliedAt: Temporal.Instant;
}

/** Somebody invited by name. */
export interface Invitation {
  readonly personId: PersonId;
  readonly invitedBy: PersonId;
  readonly note: string;
  readonly invitedAt: Temporal.Instant;
  readonly isDeclined: boolean;
}

/** A link by which people may join, as stewards see it: the token is kept nowhere. */
export interface InvitationLink {
  readonly id: string;
  readonly madeBy: PersonId;
  readonly expiresAt: Temporal.Instant;
  readonly usesLeft: number;
}

/** A page of a list in the order of ids: at most `limit` after the id `after` (empty to begin). */
export interface IdPage {
  readonly after: string;
  readonly limit: number;
}

/** The open application of a person, if there is one. */
export async function applicationOf(
  database: Database,
  communityId: string,
  personId: string,
): Promise<Application | undefined> {
  const row = await memberTables(database)
    .selectFrom("applications")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    personId: row.person_id as PersonId,
    reason: row.reason,
    appliedAt: instantFromMicroseconds(row.applied_at),
  };
}

/** Applications in the order of the persons' ids. */
export async function applicationsTo(
  database: Database,
  communityId: string,
  page: IdPage,
): Promise<readonly Application[]> {
  const rows = await memberTables(database)
    .selectFrom("applications")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    reason: row.reason,
    appliedAt: instantFromMicroseconds(row.applied_at),
  }));
}

/** The invitation of a person by name, whether it stands or was declined. */
export async function invitationOf(
  database: Database,
  communityId: string,
  personId: string,
): Promise<Invitation | undefined> {
  const row = await memberTables(database)
    .selectFrom("invitations")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    personId: row.person_id as PersonId,
    invitedBy: row.invited_by as PersonId,
    note: row.note,
    invitedAt: instantFromMicroseconds(row.invited_at),
    isDeclined: row.declined_at !== null,
  };
}

/** Who is invited and has not answered, in the order of their ids. */
export async function invitationsOf(
  database: Database,
  communityId: string,
  page: IdPage,
): Promise<readonly Invitation[]> {
  const rows = await memberTables(database)
    .selectFrom("invitations")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("declined_at", "is", null)
    .where("person_id", ">", page.after)
    .orderBy("person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => ({
    personId: row.person_id as PersonId,
    invitedBy: row.invited_by as PersonId,
    note: row.note,
    invitedAt: instantFromMicroseconds(row.invited_at),
    isDeclined: false,
  }));
}

/** How many are invited and have not answered. */
export async function countInvitations(database: Database, communityId: string): Promise<number> {
  const row = await memberTables(database)
    .selectFrom("invitations")
    .select((select) => select.fn.countAll<number>().as("count"))
    .where("community_id", "=", communityId)
    .where("declined_at", "is", null)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** The link with this hash of its token, if people may still join by it at that instant. */
export async function validLink(
  database: Database,
  communityId: string,
  tokenHash: string,
  now: Temporal.Instant,
): Promise<InvitationLink | undefined> {
  const row = await memberTables(database)
    .selectFrom("invitation_links")
    .selectAll()
    .where("token_hash", "=", tokenHash)
    .where("community_id", "=", communityId)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .where("uses_left", ">", 0)
    .executeTakeFirst();
  return row === undefined ? undefined : linkFromRow(row);
}

/** A community's links by which people may still join, the newest first; at most 50. */
export async function linksOf(
  database: Database,
  communityId: string,
  now: Temporal.Instant,
): Promise<readonly InvitationLink[]> {
  const rows = await memberTables(database)
    .selectFrom("invitation_links")
    .selectAll()
    .where("community_id", "=", communityId)
    .where("expires_at", ">", microsecondsFromInstant(now))
    .where("uses_left", ">", 0)
    .orderBy("made_at", "desc")
    .limit(50)
    .execute();
  return rows.map(linkFromRow);
}

function linkFromRow(row: InvitationLinkRow): InvitationLink {
  return {
    id: row.id,
    madeBy: row.made_by as PersonId,
    expiresAt: instantFromMicroseconds(row.expires_at),
    usesLeft: row.uses_left,
  };
}
