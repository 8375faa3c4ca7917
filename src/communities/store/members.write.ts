import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { MemberRole } from "../model/community.ts";
import { memberTables } from "./members.tables.ts";
import { deleteDelegate } from "./standing/organisations.write.ts";
import { dropStanding } from "./standing/standing.write.ts";

/** Which member, applicant or invited of which community. */
export interface MemberKey {
  readonly communityId: string;
  readonly personId: string;
}

/** Makes somebody a member; whatever stood open (an application, an invitation) is settled by it. */
export async function insertMember(
  database: Database,
  member: MemberKey & { readonly role: MemberRole; readonly joinedAt: Temporal.Instant },
): Promise<void> {
  await memberTables(database)
    .insertInto("members")
    .values({
      community_id: member.communityId,
      person_id: member.personId,
      role: member.role,
      joined_at: microsecondsFromInstant(member.joinedAt),
    })
    .execute();
  await memberTables(database)
    .insertInto("member_counts")
    .values({ community_id: member.communityId, members: 1 })
    .onConflict((conflict) =>
      conflict.column("community_id").doUpdateSet((row) => ({ members: row("member_counts.members", "+", 1) })),
    )
    .execute();
  await deleteApplication(database, member);
  await deleteInvitation(database, member);
}

/** Gives a member another role. */
export async function updateRole(database: Database, key: MemberKey, role: MemberRole): Promise<void> {
  await memberTables(database)
    .updateTable("members")
    .set({ role })
    .where("community_id", "=", key.communityId)
    .where("person_id", "=", key.personId)
    .execute();
}

/** Ends a membership, with what stood of it. */
export async function deleteMember(database: Database, key: MemberKey): Promise<void> {
  const { numDeletedRows } = await memberTables(database)
    .deleteFrom("members")
    .where("community_id", "=", key.communityId)
    .where("person_id", "=", key.personId)
    .executeTakeFirst();
  await memberTables(database)
    .updateTable("member_counts")
    .set((row) => ({ members: row("members", "-", Number(numDeletedRows)) }))
    .where("community_id", "=", key.communityId)
    .execute();
  await dropStanding(database, key);
  await deleteDelegate(database, key);
}

/** Writes down that somebody asks to join; asking again brings the reason up to date. */
export async function upsertApplication(
  database: Database,
  application: MemberKey & { readonly reason: string; readonly appliedAt: Temporal.Instant },
): Promise<void> {
  await memberTables(database)
    .insertInto("applications")
    .values({
      community_id: application.communityId,
      person_id: application.personId,
      reason: application.reason,
      applied_at: microsecondsFromInstant(application.appliedAt),
    })
    .onConflict((conflict) =>
      conflict.columns(["community_id", "person_id"]).doUpdateSet({ reason: application.reason }),
    )
    .execute();
}

/** Forgets an application, once it is decided or taken back. */
export async function deleteApplication(database: Database, key: MemberKey): Promise<void> {
  await memberTables(database)
    .deleteFrom("applications")
    .where("community_id", "=", key.communityId)
    .where("person_id", "=", key.personId)
    .execute();
}

/** Writes down that somebody is invited. */
export async function insertInvitation(
  database: Database,
  invitation: MemberKey & { readonly invitedBy: string; readonly note: string; readonly invitedAt: Temporal.Instant },
): Promise<void> {
  await memberTables(database)
    .insertInto("invitations")
    .values({
      community_id: invitation.communityId,
      person_id: invitation.personId,
      invited_by: invitation.invitedBy,
      note: invitation.note,
      invited_at: microsecondsFromInstant(invitation.invitedAt),
      declined_at: null,
    })
    .execute();
}

/** Remembers that the invited said no. */
export async function markInvitationDeclined(database: Database, key: MemberKey, at: Temporal.Instant): Promise<void> {
  await memberTables(database)
    .updateTable("invitations")
    .set({ declined_at: microsecondsFromInstant(at) })
    .where("community_id", "=", key.communityId)
    .where("person_id", "=", key.personId)
    .execute();
}

/** Forgets an invitation, once it led to membership or was taken back. */
export async function deleteInvitation(database: Database, key: MemberKey): Promise<void> {
  await memberTables(database)
    .deleteFrom("invitations")
    .where("community_id", "=", key.communityId)
    .where("person_id", "=", key.personId)
    .execute();
}
