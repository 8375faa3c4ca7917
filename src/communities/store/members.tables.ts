import type { Microseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";

/** One member of one community. Who left has no row; the log remembers. */
export type MemberRow = {
  readonly community_id: string;
  readonly person_id: string;
  readonly role: "member" | "steward";
  readonly joined_at: Microseconds;
};

/** How many rows of `members` a community has. */
export type MemberCountRow = {
  readonly community_id: string;
  readonly members: number;
};

/** Somebody waiting for a yes. Once decided there is no row. */
export type ApplicationRow = {
  readonly community_id: string;
  readonly person_id: string;
  readonly reason: string;
  readonly applied_at: Microseconds;
};

/** Somebody invited by name, until they join or it is taken back; who said no stays, so as not to be asked again. */
export type InvitationRow = {
  readonly community_id: string;
  readonly person_id: string;
  readonly invited_by: string;
  /** A line to the invited, perhaps empty. */
  readonly note: string;
  readonly invited_at: Microseconds;
  /** Set when they said no: nobody asks them again. */
  readonly declined_at: Microseconds | null;
};

/** A link by which people may join without being asked anything more. */
export type InvitationLinkRow = {
  readonly id: string;
  readonly community_id: string;
  /** SHA-256 of the token in the link, hex; the token itself is kept nowhere. */
  readonly token_hash: string;
  readonly made_by: string;
  readonly made_at: Microseconds;
  readonly expires_at: Microseconds;
  readonly uses_left: number;
};

export type MemberTables = {
  readonly members: MemberRow;
  readonly member_counts: MemberCountRow;
  readonly applications: ApplicationRow;
  readonly invitations: InvitationRow;
  readonly invitation_links: InvitationLinkRow;
};

/** The database, seen as the tables of membership. */
export function memberTables(database: Database) {
  return database.withTables<MemberTables>();
}
