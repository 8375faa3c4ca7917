import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** When the blocks of an agenda began and ended, as somebody marked it while they ran. */
export const runStep: SchemaStep = {
  name: "gatherings/0091-run",
  async up({ schema }) {
    await schema
      .createTable("agenda_runs")
      .addColumn("session_id", "text", (column) => column.notNull())
      .addColumn("block_id", "text", (column) => column.notNull())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("begun_at", "bigint", (column) => column.notNull())
      .addColumn("ended_at", "bigint")
      .addPrimaryKeyConstraint("agenda_runs_once", ["session_id", "block_id"])
      .execute();
    await schema.createIndex("agenda_runs_of").on("agenda_runs").column("gathering_id").execute();
  },
};
