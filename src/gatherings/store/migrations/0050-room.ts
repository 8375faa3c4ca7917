import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** The links to video rooms, apart from what everyone may read of a gathering. */
export const roomStep: SchemaStep = {
  name: "gatherings/0050-room",
  async up(database) {
    await database.schema
      .createTable("gathering_rooms")
      .addColumn("gathering_id", "text", (column) => column.primaryKey())
      .addColumn("link", "text", (column) => column.notNull())
      .execute();
  },
};
