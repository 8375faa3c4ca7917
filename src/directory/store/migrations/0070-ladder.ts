import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** What stands above the proofs of a place: delegates, documents with their versions, vouches, and the steps that they come to. */
export const ladderStep: SchemaStep = {
  name: "directory/0070-ladder",
  async up({ schema }) {
    const evidence = (table: string) =>
      schema
        .createTable(table)
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("entry_id", "text", (column) => column.notNull())
        .addColumn("account_uri", "text", (column) => column.notNull())
        .addColumn("person_id", "text")
        .addColumn("said_at", "bigint", (column) => column.notNull())
        .addColumn("checked_at", "bigint", (column) => column.notNull())
        .addColumn("tried_at", "bigint", (column) => column.notNull())
        .addColumn("failures", "integer", (column) => column.notNull())
        .addColumn("fault", "text");
    await evidence("directory_delegates")
      .addColumn("handle", "text", (column) => column.notNull())
      .addColumn("delegate_id", "text")
      .addColumn("scope", "text", (column) => column.notNull())
      .addColumn("decision", "text", (column) => column.notNull())
      .addColumn("decision_id", "text")
      .addColumn("until", "text", (column) => column.notNull())
      .execute();
    await evidence("directory_documents")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("url", "text", (column) => column.notNull())
      .addColumn("licence", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("directory_document_versions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("document_id", "text", (column) => column.notNull())
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("sha256", "text", (column) => column.notNull())
      .addColumn("words_sha256", "text", (column) => column.notNull())
      .addColumn("media_type", "text", (column) => column.notNull())
      .addColumn("size", "integer", (column) => column.notNull())
      .addColumn("first_seen_at", "bigint", (column) => column.notNull())
      .addColumn("last_seen_at", "bigint", (column) => column.notNull())
      .addColumn("copy", "text")
      .execute();
    await schema
      .createTable("directory_vouches")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("by_entry_id", "text", (column) => column.notNull())
      .addColumn("note", "text", (column) => column.notNull())
      .addColumn("account_uri", "text", (column) => column.notNull())
      .addColumn("person_id", "text")
      .addColumn("said_at", "bigint", (column) => column.notNull())
      .addColumn("reply", "text", (column) => column.notNull())
      .addColumn("is_declined", "integer", (column) => column.notNull())
      .addUniqueConstraint("directory_vouches_once", ["entry_id", "by_entry_id"])
      .execute();
    await schema
      .createTable("directory_steps")
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("since", "bigint", (column) => column.notNull())
      .addColumn("checked_at", "bigint", (column) => column.notNull())
      .addColumn("expires_at", "bigint", (column) => column.notNull())
      .addColumn("fault", "text")
      .addPrimaryKeyConstraint("directory_steps_key", ["entry_id", "kind"])
      .execute();
    const index = (table: string, column: string) =>
      schema.createIndex(`${table}_by_${column}`).on(table).column(column).execute();
    for (const table of ["directory_delegates", "directory_documents", "directory_document_versions"]) {
      await index(table, "entry_id");
    }
    for (const table of ["directory_delegates", "directory_documents", "directory_vouches"]) {
      await index(table, "person_id");
    }
    await index("directory_delegates", "delegate_id");
    await index("directory_document_versions", "document_id");
    await index("directory_vouches", "by_entry_id");
  },
};
