import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Tags and pins of threads, and when and why each was closed and reopened. */
export const threadCareStep: SchemaStep = {
  name: "decisions/0002-thread-care",
  async up({ schema }, engine) {
    await schema.alterTable("threads").addColumn("pinned_at", "bigint").execute();
    await schema.createIndex("threads_pinned").on("threads").columns(["community_id", "pinned_at"]).execute();
    await keptByKey(
      schema
        .createTable("thread_tags")
        .addColumn("thread_id", "text", (column) => column.notNull())
        .addColumn("tag", "text", (column) => column.notNull())
        .addColumn("community_id", "text", (column) => column.notNull())
        .addColumn("last_at", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("thread_tags_key", ["thread_id", "tag"]),
      engine,
    ).execute();
    await schema
      .createIndex("thread_tags_of_community")
      .on("thread_tags")
      .columns(["community_id", "tag", "last_at"])
      .execute();
    await schema
      .createTable("thread_turns")
      .addColumn("thread_id", "text", (column) => column.notNull())
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("what", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("thread_turns_key", ["thread_id", "place"])
      .execute();
    await schema.createIndex("thread_turns_of_person").on("thread_turns").column("person_id").execute();
  },
};
