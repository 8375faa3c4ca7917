import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import { createTextIndex } from "../../../kernel/database/text-index.ts";

/** Places, what is said of them by whom, and by what they are found. */
export const entriesStep: SchemaStep = {
  name: "directory/0001-entries",
  async up(database, engine) {
    const { schema } = database;
    await schema
      .createTable("directory_entries")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("number", "integer", (column) => column.notNull().unique())
      .addColumn("domain", "text", (column) => column.unique())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("sort_name", "text", (column) => column.notNull())
      .addColumn("added_at", "bigint", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .execute();
    await schema.createIndex("directory_by_name").on("directory_entries").columns(["sort_name", "id"]).execute();
    await schema.createIndex("directory_by_change").on("directory_entries").columns(["changed_at", "id"]).execute();
    await schema
      .createTable("directory_claims")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("field", "text", (column) => column.notNull())
      .addColumn("value", "text", (column) => column.notNull())
      .addColumn("basis", "text", (column) => column.notNull())
      .addColumn("claimant", "text", (column) => column.notNull())
      .addColumn("person_id", "text")
      .addColumn("said_at", "bigint", (column) => column.notNull())
      .addColumn("as_of", "text", (column) => column.notNull())
      .addColumn("sources", "text", (column) => column.notNull())
      .addColumn("certainty", "text", (column) => column.notNull())
      .addColumn("doubt", "text")
      .addColumn("note", "text", (column) => column.notNull())
      .addColumn("ended_at", "bigint")
      .execute();
    await schema
      .createIndex("directory_claims_of_entry")
      .on("directory_claims")
      .columns(["entry_id", "ended_at", "said_at"])
      .execute();
    await schema.createIndex("directory_claims_of_person").on("directory_claims").column("person_id").execute();
    await schema
      .createTable("directory_facets")
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("facet", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("directory_facets_key", ["entry_id", "facet", "answer"])
      .execute();
    await schema
      .createIndex("directory_by_facet")
      .on("directory_facets")
      .columns(["facet", "answer", "entry_id"])
      .execute();
    await schema
      .createTable("directory_words")
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("scope", "text", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .execute();
    await createTextIndex(database, engine, "directory_words");
    await schema
      .createTable("directory_opt_outs")
      .addColumn("hash", "text", (column) => column.primaryKey())
      .execute();
    await schema
      .createTable("directory_salts")
      .addColumn("of", "text", (column) => column.primaryKey())
      .addColumn("salt", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("directory_counts")
      .addColumn("of", "text", (column) => column.primaryKey())
      .addColumn("count", "integer", (column) => column.notNull())
      .execute();
  },
};
