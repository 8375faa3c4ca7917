import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Lists that are too long to be taken over at once, and what is left of each. */
export const longListsStep: SchemaStep = {
  name: "directory/0032-long-lists",
  async up({ schema }) {
    await schema
      .createTable("directory_long_lists")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("places", "integer", (column) => column.notNull())
      .addColumn("taken", "integer", (column) => column.notNull())
      .addColumn("added", "integer", (column) => column.notNull())
      .addColumn("opted_out", "integer", (column) => column.notNull())
      .addColumn("passed_over", "integer", (column) => column.notNull())
      .addColumn("begun_at", "bigint", (column) => column.notNull())
      .addColumn("ended_at", "bigint")
      .execute();
    await schema.createIndex("directory_long_lists_by_time").on("directory_long_lists").column("begun_at").execute();
    await schema
      .createTable("directory_list_parts")
      .addColumn("list_id", "text", (column) => column.notNull())
      .addColumn("part", "integer", (column) => column.notNull())
      .addColumn("places", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("directory_list_parts_key", ["list_id", "part"])
      .execute();
  },
};
