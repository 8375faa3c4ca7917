import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** What is contested of places, and the threads in which that is talked over. */
export const contestsStep: SchemaStep = {
  name: "directory/0051-contests",
  async up({ schema }) {
    await schema
      .createTable("directory_contests")
      .addColumn("thread_id", "text", (column) => column.primaryKey())
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("field", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("directory_contests_of_entry")
      .on("directory_contests")
      .columns(["entry_id", "thread_id"])
      .execute();
  },
};
