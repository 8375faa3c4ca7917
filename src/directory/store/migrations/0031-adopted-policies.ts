import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** By which of the named filters a community reads the directory. */
export const adoptedPoliciesStep: SchemaStep = {
  name: "directory/0031-adopted-policies",
  async up({ schema }) {
    await schema
      .createTable("directory_adopted_policies")
      .addColumn("community_id", "text", (column) => column.primaryKey())
      .addColumn("policy", "text", (column) => column.notNull())
      .addColumn("adopted_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
