import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { memberTables } from "./members.tables.ts";

/** Writes down a link by which people may join. */
export async function insertInvitationLink(
  database: Database,
  link: {
    readonly id: string;
    readonly communityId: string;
    readonly tokenHash: string;
    readonly madeBy: string;
    readonly madeAt: Temporal.Instant;
    readonly expiresAt: Temporal.Instant;
    readonly uses: number;
  },
): Promise<void> {
  await memberTables(database)
    .insertInto("invitation_links")
    .values({
      id: link.id,
      community_id: link.communityId,
      token_hash: link.tokenHash,
      made_by: link.madeBy,
      made_at: microsecondsFromInstant(link.madeAt),
      expires_at: microsecondsFromInstant(link.expiresAt),
      uses_left: link.uses,
    })
    .execute();
}

/** Counts one use of a link. */
export async function useInvitationLink(database: Database, id: string): Promise<void> {
  await memberTables(database)
    .updateTable("invitation_links")
    .set((row) => ({ uses_left: row("uses_left", "-", 1) }))
    .where("id", "=", id)
    .where("uses_left", ">", 0)
    .execute();
}

/** Makes a link lead nowhere. */
export async function deleteInvitationLink(database: Database, communityId: string, id: string): Promise<boolean> {
  const result = await memberTables(database)
    .deleteFrom("invitation_links")
    .where("community_id", "=", communityId)
    .where("id", "=", id)
    .executeTakeFirstOrThrow();
  return result.numDeletedRows > 0n;
}
