import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Charters, what would amend them, and the rules that proposals were put under. */
export const charterStep: SchemaStep = {
  name: "decisions/0060-charter",
  async up({ schema }) {
    await schema
      .createTable("charter_versions")
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("charter", "text", (column) => column.notNull())
      .addColumn("hash", "text", (column) => column.notNull())
      .addColumn("proposal_id", "text")
      .addColumn("written_by", "text", (column) => column.notNull())
      .addColumn("in_force_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("charter_versions_key", ["community_id", "version"])
      .execute();
    await schema.createIndex("charter_versions_of_person").on("charter_versions").column("written_by").execute();
    await schema
      .createTable("charter_amendments")
      .addColumn("proposal_id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("charter", "text", (column) => column.notNull())
      .addColumn("base_version", "bigint", (column) => column.notNull())
      .addColumn("ended", "text")
      .execute();
    await schema
      .createIndex("charter_amendments_open")
      .on("charter_amendments")
      .columns(["community_id", "ended", "proposal_id"])
      .execute();
    await schema
      .createTable("proposal_bylaws")
      .addColumn("proposal_id", "text", (column) => column.primaryKey())
      .addColumn("preset", "text", (column) => column.notNull())
      .addColumn("charter_version", "bigint", (column) => column.notNull())
      .addColumn("matter_id", "text", (column) => column.notNull())
      .addColumn("matter_name", "text", (column) => column.notNull())
      .addColumn("days", "bigint", (column) => column.notNull())
      .addColumn("bound_until", "bigint", (column) => column.notNull())
      .execute();
  },
};
