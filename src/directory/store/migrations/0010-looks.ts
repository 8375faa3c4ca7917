import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** When places were looked at, what came of it, and what they have proved. */
export const looksStep: SchemaStep = {
  name: "directory/0010-looks",
  async up({ schema }) {
    await schema
      .createTable("directory_looks")
      .addColumn("entry_id", "text", (column) => column.primaryKey())
      .addColumn("asked_at", "bigint")
      .addColumn("looked_at", "bigint")
      .addColumn("outcome", "text")
      .addColumn("leads_to", "text")
      .addColumn("answered_at", "bigint")
      .addColumn("failures", "integer", (column) => column.notNull())
      .execute();
    await schema
      .createTable("directory_proofs")
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("code", "text", (column) => column.notNull().unique())
      .addColumn("method", "text")
      .addColumn("account_uri", "text")
      .addColumn("account_handle", "text")
      .addColumn("person_id", "text")
      .addColumn("asked_at", "bigint", (column) => column.notNull())
      .addColumn("proved_at", "bigint")
      .addColumn("checked_at", "bigint")
      .addColumn("failures", "integer", (column) => column.notNull())
      .addColumn("stale_because", "text")
      .addPrimaryKeyConstraint("directory_proofs_key", ["entry_id", "kind"])
      .execute();
    await schema.createIndex("directory_proofs_of_person").on("directory_proofs").column("person_id").execute();
  },
};
