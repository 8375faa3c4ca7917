import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** How much night the gatherings before have cost the zones of a gathering's list. */
export const nightDebtsStep: SchemaStep = {
  name: "gatherings/0092-night-debts",
  async up({ schema }) {
    await schema
      .createTable("night_debts")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("minutes", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("night_debts_once", ["gathering_id", "zone"])
      .execute();
  },
};
