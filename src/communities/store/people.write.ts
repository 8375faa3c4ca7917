import type { Database } from "../../kernel/database/database.ts";
import { announcementTables } from "./announcements.tables.ts";
import { listenerTables } from "./listeners.tables.ts";
import { memberTables } from "./members.tables.ts";
import { moderationTables } from "./moderation.tables.ts";

/** Names by which somebody stands in rows: their id here, and their accounts' URIs, handles and pages. */
export interface Traces {
  readonly personId: string;
  readonly names: readonly string[];
}

/** Lets what stands open under one person stand under another: applications and invitations, unless the other has their own. */
export async function carryAdmissions(database: Database, from: string, to: string): Promise<void> {
  for (const table of ["applications", "invitations"] as const) {
    const rows = memberTables(database);
    const own = await rows.selectFrom(table).select("community_id").where("person_id", "=", to).execute();
    const kept = ["", ...own.map((row) => row.community_id)];
    await rows
      .updateTable(table)
      .set({ person_id: to })
      .where("person_id", "=", from)
      .where("community_id", "not in", kept)
      .execute();
    await rows.deleteFrom(table).where("person_id", "=", from).execute();
  }
}

/** Lets whoever listened or complained as one person do so as another. */
export async function carryListeningAndReports(database: Database, from: string, to: string): Promise<void> {
  await listenerTables(database)
    .updateTable("listeners")
    .set({ person_id: to })
    .where("person_id", "=", from)
    .execute();
  await moderationTables(database)
    .updateTable("reports")
    .set({ reporter_id: to })
    .where("reporter_id", "=", from)
    .execute();
}

/** Lets blocks of one person hold for another, who may have one already: then the older decision goes. */
export async function carryBlocks(database: Database, from: string, to: string): Promise<void> {
  const blocks = moderationTables(database);
  const own = await blocks
    .selectFrom("blocks")
    .select("community_id")
    .where("kind", "=", "person")
    .where("subject", "=", to)
    .execute();
  await blocks
    .updateTable("blocks")
    .set({ subject: to })
    .where("kind", "=", "person")
    .where("subject", "=", from)
    .where("community_id", "not in", ["", ...own.map((row) => row.community_id)])
    .execute();
  await blocks.deleteFrom("blocks").where("kind", "=", "person").where("subject", "=", from).execute();
}

/** Removes everything that stands under a person but their memberships, which end one by one. */
export async function forgetTraces(database: Database, { personId, names }: Traces): Promise<void> {
  const known = ["", ...names];
  const members = memberTables(database);
  await members.deleteFrom("applications").where("person_id", "=", personId).execute();
  await members.deleteFrom("invitations").where("person_id", "=", personId).execute();
  await listenerTables(database)
    .deleteFrom("listeners")
    .where((where) => where.or([where("person_id", "=", personId), where("uri", "in", known)]))
    .execute();
  await announcementTables(database).deleteFrom("shared_posts").where("author_uri", "in", known).execute();
  const moderation = moderationTables(database);
  await moderation
    .deleteFrom("reports")
    .where((where) => where.or([where("reporter_id", "=", personId), where("account", "in", known)]))
    .execute();
  await moderation.deleteFrom("blocks").where("kind", "=", "person").where("subject", "=", personId).execute();
}
