import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Public posts about gatherings, how they come onto the wall, and who wants none of theirs there. */
export const wallStep: SchemaStep = {
  name: "gatherings/0081-wall",
  async up({ schema }) {
    await schema
      .createTable("gathering_wall_posts")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("uri", "text", (column) => column.notNull())
      .addColumn("url", "text", (column) => column.notNull())
      .addColumn("author_uri", "text", (column) => column.notNull())
      .addColumn("author_handle", "text", (column) => column.notNull())
      .addColumn("author_name", "text", (column) => column.notNull())
      .addColumn("author_host", "text", (column) => column.notNull())
      .addColumn("html", "text", (column) => column.notNull())
      .addColumn("language", "text")
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("posted_at", "bigint", (column) => column.notNull())
      .addUniqueConstraint("gathering_wall_posts_once", ["uri"])
      .execute();
    await schema
      .createIndex("gathering_wall_posts_of")
      .on("gathering_wall_posts")
      .columns(["gathering_id", "state", "posted_at"])
      .execute();
    await schema.createIndex("gathering_wall_posts_by").on("gathering_wall_posts").column("author_uri").execute();
    await schema
      .createTable("gathering_wall_rules")
      .addColumn("gathering_id", "text", (column) => column.primaryKey())
      .addColumn("rule", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("gathering_wall_refusers")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("author_uri", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("gathering_wall_refusers_once", ["author_uri", "gathering_id"])
      .execute();
    await schema
      .createIndex("gathering_wall_refusers_of")
      .on("gathering_wall_refusers")
      .column("gathering_id")
      .execute();
  },
};
