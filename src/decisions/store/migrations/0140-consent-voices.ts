import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/**
 * For which organisation something was said in a consent process, empty where people speak for themselves (docs/decisions/0112); and what
 * each version of a process would make of the charter, where it amends it (docs/decisions/0114).
 */
export const consentVoicesStep: SchemaStep = {
  name: "decisions/0140-consent-voices",
  async up({ schema }) {
    for (const table of ["consent_answers", "consent_questions", "consent_objections", "consent_remarks"]) {
      await schema
        .alterTable(table)
        .addColumn("on_behalf_of", "text", (column) => column.notNull().defaultTo(""))
        .execute();
    }
    await schema
      .createTable("consent_amendments")
      .addColumn("consent_id", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("charter", "text", (column) => column.notNull())
      .addColumn("base_version", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("consent_amendments_key", ["consent_id", "version"])
      .execute();
  },
};
