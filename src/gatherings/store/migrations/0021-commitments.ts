import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Who does what by when. */
export const commitmentsStep: SchemaStep = {
  name: "gatherings/0021-commitments",
  async up({ schema }) {
    await schema
      .createTable("gathering_commitments")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("what", "text", (column) => column.notNull())
      .addColumn("owner_id", "text", (column) => column.notNull())
      .addColumn("proposer_id", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("due", "text", (column) => column.notNull())
      .addColumn("moves", "bigint", (column) => column.notNull())
      .addColumn("asked_on", "text")
      .addColumn("proposed_at", "bigint", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .execute();
    for (const [name, columns] of [
      ["gathering_commitments_of", ["gathering_id", "state", "due", "id"]],
      ["gathering_commitments_of_community", ["community_id", "state", "due", "id"]],
      ["gathering_commitments_of_owner", ["owner_id", "state"]],
      ["gathering_commitments_of_proposer", ["proposer_id", "state"]],
    ] as const) {
      await schema
        .createIndex(name)
        .on("gathering_commitments")
        .columns([...columns])
        .execute();
    }
  },
};
