import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** What people say of a gathering that was held. */
export const feedbackStep: SchemaStep = {
  name: "gatherings/0042-feedback",
  async up({ schema }) {
    await schema
      .createTable("gathering_feedback")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text")
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("hidden_reason", "text")
      .execute();
    await schema
      .createIndex("gathering_feedback_of_gathering")
      .on("gathering_feedback")
      .columns(["gathering_id", "id"])
      .execute();
    await schema
      .createIndex("gathering_feedback_of_person")
      .on("gathering_feedback")
      .columns(["person_id", "gathering_id", "kind"])
      .unique()
      .execute();
  },
};
