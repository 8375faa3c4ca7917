import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Agendas: timed blocks, what people want to talk about, and who consents. */
export const agendaStep: SchemaStep = {
  name: "gatherings/0010-agenda",
  async up({ schema }) {
    await schema
      .createTable("agendas")
      .addColumn("gathering_id", "text", (column) => column.primaryKey())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("asked_version", "bigint")
      .addColumn("consented_version", "bigint")
      .addColumn("consented_at", "bigint")
      .addColumn("consents", "bigint", (column) => column.notNull())
      .addColumn("published_version", "bigint")
      .addColumn("published_at", "bigint")
      .addColumn("published_blocks", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("agenda_blocks")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("position", "bigint", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("purpose", "text", (column) => column.notNull())
      .addColumn("structure", "text", (column) => column.notNull())
      .addColumn("minutes", "bigint", (column) => column.notNull())
      .addColumn("host_id", "text")
      .addColumn("host_name", "text", (column) => column.notNull())
      .addColumn("notes", "bigint", (column) => column.notNull())
      .addColumn("recording", "bigint", (column) => column.notNull())
      .addColumn("removed_at", "bigint")
      .execute();
    await schema
      .createIndex("agenda_blocks_of_gathering")
      .on("agenda_blocks")
      .columns(["gathering_id", "removed_at", "position"])
      .execute();
    await schema.createIndex("agenda_blocks_of_host").on("agenda_blocks").column("host_id").execute();
    await schema
      .createTable("agenda_items")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("note", "text", (column) => column.notNull())
      .addColumn("minutes", "bigint")
      .addColumn("proposer_id", "text")
      .addColumn("proposed_at", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("block_id", "text")
      .addColumn("carried", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("agenda_items_of_gathering")
      .on("agenda_items")
      .columns(["gathering_id", "state", "proposed_at"])
      .execute();
    await schema
      .createIndex("agenda_items_of_community")
      .on("agenda_items")
      .columns(["community_id", "state", "proposed_at"])
      .execute();
    await schema.createIndex("agenda_items_of_proposer").on("agenda_items").column("proposer_id").execute();
    await schema
      .createTable("agenda_consents")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("given_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("agenda_consents_key", ["gathering_id", "version", "person_id"])
      .execute();
    await schema.createIndex("agenda_consents_of_person").on("agenda_consents").column("person_id").execute();
  },
};
