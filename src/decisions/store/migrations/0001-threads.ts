import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Threads and what is written in them, every version of it. */
export const threadsStep: SchemaStep = {
  name: "decisions/0001-threads",
  async up({ schema }) {
    await schema
      .createTable("threads")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("author_id", "text", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("audience", "text", (column) => column.notNull())
      .addColumn("opened_at", "bigint", (column) => column.notNull())
      .addColumn("last_at", "bigint", (column) => column.notNull())
      .addColumn("posts", "bigint", (column) => column.notNull())
      .addColumn("closed_at", "bigint")
      .addColumn("closing_reason", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("threads_of_community").on("threads").columns(["community_id", "last_at"]).execute();
    await schema.createIndex("threads_of_author").on("threads").column("author_id").execute();
    await schema
      .createTable("thread_posts")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("thread_id", "text", (column) => column.notNull())
      .addColumn("parent_id", "text")
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("author_id", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("written_at", "bigint", (column) => column.notNull())
      .addColumn("edited_at", "bigint")
      .addColumn("removed_at", "bigint")
      .addColumn("removal_reason", "text", (column) => column.notNull())
      .addColumn("source_uri", "text", (column) => column.unique())
      .addUniqueConstraint("thread_posts_in_order", ["thread_id", "place"])
      .execute();
    await schema.createIndex("thread_posts_of_author").on("thread_posts").column("author_id").execute();
    await schema
      .createTable("thread_post_versions")
      .addColumn("post_id", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("written_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("thread_post_versions_key", ["post_id", "version"])
      .execute();
  },
};
