import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import { adoptedTables } from "../consent/adopted.tables.ts";

/** When where a decision stands last changed; of those older than this step, when they were adopted. */
export const registerChangesStep: SchemaStep = {
  name: "decisions/0130-register-changes",
  async up(database) {
    await database.schema
      .alterTable("adopted_decisions")
      .addColumn("changed_at", "bigint", (column) => column.notNull().defaultTo(0))
      .execute();
    await adoptedTables(database)
      .updateTable("adopted_decisions")
      .set((row) => ({ changed_at: row.ref("adopted_at") }))
      .execute();
  },
};
