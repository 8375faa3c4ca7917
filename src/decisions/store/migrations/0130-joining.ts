import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** What was counted before two people turned out to be one. See docs/decisions/0109. */
export const joiningStep: SchemaStep = {
  name: "decisions/0130-joining",
  async up({ schema }) {
    await schema
      .createTable("counted_apart")
      .addColumn("list_id", "text", (column) => column.notNull())
      .addColumn("also_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("counted_apart_key", ["list_id", "also_id"])
      .execute();
    await schema.createIndex("counted_apart_of_person").on("counted_apart").column("person_id").execute();
    await schema.createIndex("counted_apart_also").on("counted_apart").column("also_id").execute();
  },
};
