import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** When a backup was last made, and when one was last tried out. */
export const backupsStep: SchemaStep = {
  name: "accounts/0003-backups",
  async up({ schema }) {
    await schema
      .createTable("backups")
      .addColumn("kind", "text", (column) => column.primaryKey())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("is_good", "bigint", (column) => column.notNull())
      .execute();
  },
};
