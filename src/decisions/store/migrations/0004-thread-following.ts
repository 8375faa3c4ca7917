import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** What people hear of each thread, and where posts stand when answers stand below what they answer. */
export const threadFollowingStep: SchemaStep = {
  name: "decisions/0004-thread-following",
  async up({ schema }, engine) {
    await keptByKey(
      schema
        .createTable("thread_follows")
        .addColumn("thread_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addColumn("level", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("thread_follows_key", ["thread_id", "person_id"]),
      engine,
    ).execute();
    await schema.createIndex("thread_follows_of_person").on("thread_follows").column("person_id").execute();
    await schema
      .alterTable("thread_posts")
      .addColumn("path", "text", (column) => column.notNull().defaultTo(""))
      .execute();
    await schema
      .alterTable("thread_posts")
      .addColumn("depth", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await schema.createIndex("thread_posts_nested").on("thread_posts").columns(["thread_id", "path"]).execute();
  },
};
