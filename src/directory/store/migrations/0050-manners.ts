import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Places that people suggest, and what places reply to what is said of them. */
export const mannersStep: SchemaStep = {
  name: "directory/0050-manners",
  async up({ schema }) {
    await schema
      .createTable("directory_suggestions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("host", "text", (column) => column.notNull())
      .addColumn("note", "text", (column) => column.notNull())
      .addColumn("person_id", "text")
      .addColumn("made_at", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("decided_at", "bigint")
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("entry_id", "text")
      .execute();
    const suggestions = (index: string, columns: readonly string[]) =>
      schema
        .createIndex(index)
        .on("directory_suggestions")
        .columns([...columns])
        .execute();
    await suggestions("directory_suggestions_by_state", ["state", "made_at", "id"]);
    await suggestions("directory_suggestions_of_person", ["person_id", "made_at"]);
    await suggestions("directory_suggestions_of_host", ["host", "made_at"]);
    await suggestions("directory_suggestions_decided", ["decided_at"]);
    await schema
      .createTable("directory_replies")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("account_uri", "text", (column) => column.notNull())
      .addColumn("account_handle", "text", (column) => column.notNull())
      .addColumn("person_id", "text")
      .addColumn("written_at", "bigint", (column) => column.notNull())
      .addColumn("ended_at", "bigint")
      .execute();
    await schema
      .createIndex("directory_replies_of_entry")
      .on("directory_replies")
      .columns(["entry_id", "ended_at", "id"])
      .execute();
    await schema.createIndex("directory_replies_of_person").on("directory_replies").column("person_id").execute();
  },
};
