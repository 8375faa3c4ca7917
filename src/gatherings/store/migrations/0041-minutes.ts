import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Minutes: what organisers add to them, who is named, and what people want corrected. */
export const minutesStep: SchemaStep = {
  name: "gatherings/0041-minutes",
  async up({ schema }) {
    await schema
      .createTable("gathering_minutes")
      .addColumn("gathering_id", "text", (column) => column.primaryKey())
      .addColumn("languages", "text", (column) => column.notNull())
      .addColumn("forewords", "text", (column) => column.notNull())
      .addColumn("held_back", "bigint", (column) => column.notNull())
      .addColumn("announced_at", "bigint")
      .addColumn("corrections_until", "bigint")
      .addColumn("published_at", "bigint")
      .addColumn("changed_at", "bigint")
      .addColumn("record", "text")
      .execute();
    await schema
      .createTable("minutes_names")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("said_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("minutes_names_key", ["gathering_id", "person_id"])
      .execute();
    await schema.createIndex("minutes_names_of_person").on("minutes_names").column("person_id").execute();
    await schema
      .createTable("minutes_corrections")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("writer_id", "text")
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("sent_at", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("settled_at", "bigint")
      .addColumn("by_organisers", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("minutes_corrections_of_gathering")
      .on("minutes_corrections")
      .columns(["gathering_id", "state", "sent_at"])
      .execute();
    await schema.createIndex("minutes_corrections_of_writer").on("minutes_corrections").column("writer_id").execute();
  },
};
