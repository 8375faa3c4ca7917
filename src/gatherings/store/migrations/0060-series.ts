import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Series of gatherings: their rules, the dates they have given or left out, and who answered for all of them. */
export const seriesStep: SchemaStep = {
  name: "gatherings/0060-series",
  async up(database) {
    const { schema } = database;
    await schema
      .createTable("gathering_series")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("rule", "text", (column) => column.notNull())
      .addColumn("starts", "text", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("length_minutes", "bigint", (column) => column.notNull())
      .addColumn("other_times", "text", (column) => column.notNull())
      .addColumn("announce_days", "bigint", (column) => column.notNull())
      .addColumn("debt", "text", (column) => column.notNull())
      .addColumn("made_at", "bigint", (column) => column.notNull())
      .addColumn("ended_at", "bigint")
      .execute();
    await schema
      .createTable("series_dates")
      .addColumn("series_id", "text", (column) => column.notNull())
      .addColumn("date", "text", (column) => column.notNull())
      .addColumn("gathering_id", "text")
      .addColumn("reason", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("series_dates_key", ["series_id", "date"])
      .execute();
    await schema.createIndex("series_dates_by_gathering").on("series_dates").column("gathering_id").execute();
    await schema
      .createTable("series_answers")
      .addColumn("series_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("answered_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("series_answers_key", ["series_id", "person_id"])
      .execute();
    await schema.createIndex("series_answers_of_person").on("series_answers").column("person_id").execute();
  },
};
