import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Which events of other calendars a community has taken over. */
export const importedStep: SchemaStep = {
  name: "gatherings/0093-imported",
  async up({ schema }) {
    await schema
      .createTable("imported_events")
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("mark", "text", (column) => column.notNull())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("imported_events_once", ["community_id", "mark"])
      .execute();
  },
};
