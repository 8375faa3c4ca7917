import type { Kysely } from "kysely";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** People's own actors, and what they follow, hear and say on other servers; the columns stand in `elsewhere.tables.ts`. */
export const elsewhereStep: SchemaStep = {
  name: "accounts/0002-elsewhere",
  async up(database) {
    await createActors(database);
    await createPosts(database);
    await createWords(database);
  },
};

async function createActors({ schema }: Kysely<object>): Promise<void> {
  await schema
    .createTable("person_actors")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("person_id", "text", (column) => column.unique())
    .addColumn("handle", "text", (column) => column.notNull().unique())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("created_at", "bigint", (column) => column.notNull())
    .addColumn("seen_at", "bigint", (column) => column.notNull())
    .addColumn("gone_at", "bigint")
    .execute();
  await schema
    .createTable("elsewhere_contacts")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("uri", "text", (column) => column.notNull())
    .addColumn("handle", "text", (column) => column.notNull())
    .addColumn("host", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("url", "text", (column) => column.notNull())
    .addColumn("type", "text", (column) => column.notNull())
    .addColumn("follow_id", "text")
    .addColumn("follow_state", "text")
    .addColumn("followed_at", "bigint")
    .addColumn("shut_out_at", "bigint")
    .addColumn("known_since", "bigint", (column) => column.notNull())
    .addUniqueConstraint("elsewhere_contacts_of_actor", ["actor", "uri"])
    .execute();
  await schema.createIndex("elsewhere_contacts_uri").on("elsewhere_contacts").column("uri").execute();
}

async function createPosts({ schema }: Kysely<object>): Promise<void> {
  await schema
    .createTable("elsewhere_posts")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("uri", "text", (column) => column.notNull().unique())
    .addColumn("author_uri", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("is_public", "bigint", (column) => column.notNull())
    .addColumn("for_followers", "bigint", (column) => column.notNull())
    .addColumn("title", "text")
    .addColumn("summary", "text")
    .addColumn("html", "text", (column) => column.notNull())
    .addColumn("language", "text")
    .addColumn("url", "text")
    .addColumn("in_reply_to", "text")
    .addColumn("poll", "text")
    .addColumn("arrived_at", "bigint", (column) => column.notNull())
    .addColumn("edited_at", "bigint")
    .execute();
  await schema
    .createIndex("elsewhere_posts_of_author")
    .on("elsewhere_posts")
    .columns(["author_uri", "arrived_at"])
    .execute();
  await schema.createIndex("elsewhere_posts_arrived").on("elsewhere_posts").column("arrived_at").execute();
  await schema
    .createTable("elsewhere_addressed")
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("post", "text", (column) => column.notNull())
    .addColumn("arrived_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("elsewhere_addressed_key", ["actor", "post"])
    .execute();
  await schema.createIndex("elsewhere_addressed_post").on("elsewhere_addressed").column("post").execute();
}

async function createWords({ schema }: Kysely<object>): Promise<void> {
  await schema
    .createTable("elsewhere_answers")
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("post", "text", (column) => column.notNull())
    .addColumn("id", "text", (column) => column.notNull())
    .addColumn("labels", "text", (column) => column.notNull())
    .addColumn("answered_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("elsewhere_answers_key", ["actor", "post"])
    .execute();
  await schema.createIndex("elsewhere_answers_post").on("elsewhere_answers").column("post").execute();
  await schema
    .createTable("elsewhere_said")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("actor", "text", (column) => column.notNull())
    .addColumn("contact", "text", (column) => column.notNull())
    .addColumn("in_reply_to", "text")
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("said_at", "bigint", (column) => column.notNull())
    .execute();
  await schema.createIndex("elsewhere_said_by").on("elsewhere_said").columns(["actor", "said_at"]).execute();
}
