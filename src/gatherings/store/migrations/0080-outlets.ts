import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Where else the news of gatherings go. */
export const outletsStep: SchemaStep = {
  name: "gatherings/0080-outlets",
  async up({ schema }) {
    await schema
      .createTable("gathering_outlets")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("origin", "text", (column) => column.notNull())
      .addColumn("room", "text", (column) => column.notNull())
      .addColumn("sealed", "text", (column) => column.notNull())
      .addColumn("news", "text", (column) => column.notNull())
      .addColumn("added_at", "bigint", (column) => column.notNull())
      .addColumn("taken_at", "bigint")
      .addColumn("tested_at", "bigint")
      .addColumn("failures", "integer", (column) => column.notNull())
      .addColumn("trouble", "text")
      .addColumn("paused_at", "bigint")
      .execute();
    await schema
      .createIndex("gathering_outlets_of")
      .on("gathering_outlets")
      .columns(["gathering_id", "added_at"])
      .execute();
  },
};
