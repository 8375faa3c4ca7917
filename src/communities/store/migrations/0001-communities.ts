import type { Database } from "../../../kernel/database/database.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Every table of communities; what the columns mean stands in `store/*.tables.ts`. */
export const communitiesStep: SchemaStep = {
  name: "communities/0001-communities",
  async up(database) {
    await createCommunityTables(database);
    await createMemberTables(database);
    await createListenerTable(database);
    await createModerationTables(database);
    await createAnnouncementTables(database);
  },
};

async function createCommunityTables(database: Database): Promise<void> {
  await database.schema
    .createTable("handles")
    .addColumn("handle", "text", (column) => column.primaryKey())
    .addColumn("actor_id", "text", (column) => column.notNull().unique())
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("claimed_at", "bigint", (column) => column.notNull())
    .execute();
  await database.schema
    .createTable("communities")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("handle", "text", (column) => column.notNull().unique())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("purpose", "text", (column) => column.notNull())
    .addColumn("description", "text", (column) => column.notNull())
    .addColumn("code_of_conduct", "text", (column) => column.notNull())
    .addColumn("languages", "text", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("links", "text", (column) => column.notNull())
    .addColumn("hue", "text", (column) => column.notNull())
    .addColumn("joining", "text", (column) => column.notNull())
    .addColumn("member_list", "text", (column) => column.notNull())
    .addColumn("approves_listeners", "bigint", (column) => column.notNull())
    .addColumn("shares_mentions", "bigint", (column) => column.notNull())
    .addColumn("founded_at", "bigint", (column) => column.notNull())
    .execute();
}

async function createMemberTables(database: Database): Promise<void> {
  await database.schema
    .createTable("members")
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("role", "text", (column) => column.notNull())
    .addColumn("joined_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("members_key", ["community_id", "person_id"])
    .execute();
  await database.schema.createIndex("members_person").on("members").column("person_id").execute();
  await database.schema
    .createIndex("members_role")
    .on("members")
    .columns(["community_id", "role", "joined_at", "person_id"])
    .execute();
  // Counting them anew for each page would cost more with every member.
  await database.schema
    .createTable("member_counts")
    .addColumn("community_id", "text", (column) => column.primaryKey())
    .addColumn("members", "bigint", (column) => column.notNull())
    .execute();
  await database.schema
    .createTable("applications")
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("applied_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("applications_key", ["community_id", "person_id"])
    .execute();
  await database.schema.createIndex("applications_person").on("applications").column("person_id").execute();
  await database.schema
    .createTable("invitations")
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("invited_by", "text", (column) => column.notNull())
    .addColumn("note", "text", (column) => column.notNull())
    .addColumn("invited_at", "bigint", (column) => column.notNull())
    .addColumn("declined_at", "bigint")
    .addPrimaryKeyConstraint("invitations_key", ["community_id", "person_id"])
    .execute();
  await database.schema.createIndex("invitations_person").on("invitations").column("person_id").execute();
  await database.schema
    .createTable("invitation_links")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("token_hash", "text", (column) => column.notNull().unique())
    .addColumn("made_by", "text", (column) => column.notNull())
    .addColumn("made_at", "bigint", (column) => column.notNull())
    .addColumn("expires_at", "bigint", (column) => column.notNull())
    .addColumn("uses_left", "bigint", (column) => column.notNull())
    .execute();
  await database.schema
    .createIndex("invitation_links_community")
    .on("invitation_links")
    .columns(["community_id", "made_at"])
    .execute();
}

async function createListenerTable(database: Database): Promise<void> {
  await database.schema
    .createTable("listeners")
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("actor_id", "text", (column) => column.notNull())
    .addColumn("uri", "text", (column) => column.notNull())
    .addColumn("person_id", "text")
    .addColumn("inbox", "text")
    .addColumn("shared_inbox", "text")
    .addColumn("host", "text", (column) => column.notNull())
    .addColumn("handle", "text", (column) => column.notNull())
    .addColumn("follow_id", "text")
    .addColumn("waits", "bigint", (column) => column.notNull())
    .addColumn("since", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("listeners_key", ["actor_id", "uri"])
    .execute();
  await database.schema.createIndex("listeners_uri").on("listeners").column("uri").execute();
  await database.schema
    .createIndex("listeners_waiting")
    .on("listeners")
    .columns(["actor_id", "waits", "uri"])
    .execute();
  await database.schema.createIndex("listeners_person").on("listeners").columns(["person_id", "actor_id"]).execute();
  await database.schema.createIndex("listeners_host").on("listeners").columns(["community_id", "host"]).execute();
}

async function createModerationTables(database: Database): Promise<void> {
  await database.schema
    .createTable("blocks")
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("level", "text", (column) => column.notNull())
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("decided_by", "text", (column) => column.notNull())
    .addColumn("decided_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("blocks_key", ["community_id", "kind", "subject"])
    .execute();
  await database.schema.createIndex("blocks_subject").on("blocks").columns(["kind", "subject"]).execute();
  await database.schema
    .createTable("reports")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("reporter_id", "text")
    .addColumn("from_host", "text", (column) => column.notNull())
    .addColumn("activity_id", "text")
    .addColumn("account", "text", (column) => column.notNull())
    .addColumn("objects", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("received_at", "bigint", (column) => column.notNull())
    .addColumn("forwarded_at", "bigint")
    .addColumn("resolved_at", "bigint")
    .addColumn("resolved_by", "text")
    .addColumn("resolution", "text")
    .addUniqueConstraint("reports_activity", ["community_id", "activity_id"])
    .execute();
  await database.schema
    .createIndex("reports_open")
    .on("reports")
    .columns(["community_id", "resolved_at", "id"])
    .execute();
  await database.schema.createIndex("reports_reporter").on("reports").column("reporter_id").execute();
  await database.schema.createIndex("reports_account").on("reports").column("account").execute();
}

async function createAnnouncementTables(database: Database): Promise<void> {
  await database.schema
    .createTable("announcements")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("written_by", "text", (column) => column.notNull())
    .addColumn("language", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("published_at", "bigint", (column) => column.notNull())
    .addColumn("withdrawn_at", "bigint")
    .execute();
  await database.schema
    .createIndex("announcements_community")
    .on("announcements")
    .columns(["community_id", "published_at"])
    .execute();
  await database.schema
    .createTable("shared_posts")
    .addColumn("id", "text", (column) => column.notNull().unique())
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("uri", "text", (column) => column.notNull())
    .addColumn("author_uri", "text", (column) => column.notNull())
    .addColumn("shared_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("shared_posts_key", ["community_id", "uri"])
    .execute();
  await database.schema.createIndex("shared_posts_uri").on("shared_posts").column("uri").execute();
  await database.schema.createIndex("shared_posts_author").on("shared_posts").column("author_uri").execute();
}
