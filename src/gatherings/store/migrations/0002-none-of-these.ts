import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** The text of the option "none of these" in the native poll; polls that were open before have none. */
export const noneOfTheseStep: SchemaStep = {
  name: "gatherings/0002-none-of-these",
  async up(database) {
    await database.schema.alterTable("scheduling_polls").addColumn("none_label", "text").execute();
  },
};
