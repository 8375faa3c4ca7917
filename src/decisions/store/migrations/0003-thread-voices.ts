import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Whom posts name, and how people react to posts without words. */
export const threadVoicesStep: SchemaStep = {
  name: "decisions/0003-thread-voices",
  async up({ schema }, engine) {
    await keptByKey(
      schema
        .createTable("post_mentions")
        .addColumn("post_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("post_mentions_key", ["post_id", "person_id"]),
      engine,
    ).execute();
    await schema.createIndex("post_mentions_of_person").on("post_mentions").column("person_id").execute();
    await keptByKey(
      schema
        .createTable("post_reactions")
        .addColumn("post_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("given_at", "bigint", (column) => column.notNull())
        .addColumn("like_uri", "text")
        .addPrimaryKeyConstraint("post_reactions_key", ["post_id", "person_id", "kind"]),
      engine,
    ).execute();
    await schema.createIndex("post_reactions_in_time").on("post_reactions").columns(["post_id", "given_at"]).execute();
    await schema.createIndex("post_reactions_of_person").on("post_reactions").column("person_id").execute();
    await schema.createIndex("post_reactions_by_like").on("post_reactions").column("like_uri").execute();
    await keptByKey(
      schema
        .createTable("post_reaction_counts")
        .addColumn("post_id", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("count", "bigint", (column) => column.notNull())
        .addPrimaryKeyConstraint("post_reaction_counts_key", ["post_id", "kind"]),
      engine,
    ).execute();
  },
};
