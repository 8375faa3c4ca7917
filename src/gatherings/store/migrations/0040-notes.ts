import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Shared notes: one text for each block of an agenda and one for the whole gathering, with its earlier versions. */
export const notesStep: SchemaStep = {
  name: "gatherings/0040-notes",
  async up({ schema }) {
    await schema
      .createTable("gathering_notes")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("place", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("writer_id", "text")
      .addColumn("written_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("gathering_notes_key", ["gathering_id", "place"])
      .execute();
    await schema.createIndex("gathering_notes_of_writer").on("gathering_notes").column("writer_id").execute();
    await schema
      .createTable("gathering_note_versions")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("place", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("writer_id", "text")
      .addColumn("written_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("gathering_note_versions_key", ["gathering_id", "place", "version"])
      .execute();
    await schema
      .createIndex("gathering_note_versions_of_writer")
      .on("gathering_note_versions")
      .column("writer_id")
      .execute();
    await schema
      .createTable("gathering_note_settings")
      .addColumn("gathering_id", "text", (column) => column.primaryKey())
      .addColumn("everyone", "bigint", (column) => column.notNull())
      .execute();
  },
};
