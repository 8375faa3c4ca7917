import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** When where a decision stands last changed; 0 of those older than this step that did not change since. */
export const registerChangesStep: SchemaStep = {
  name: "decisions/0130-register-changes",
  async up(database) {
    await database.schema
      .alterTable("adopted_decisions")
      .addColumn("changed_at", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
  },
};
