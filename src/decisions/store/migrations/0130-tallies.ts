import type { Database, Engine } from "../../../kernel/database/database.ts";
import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import type { ProposalTables } from "../proposals/proposals.tables.ts";
import type { SecretTables } from "../secret/secret.tables.ts";
import type { TallyTables } from "../tallies/tallies.tables.ts";

/** What answers come to so far, kept as they arrive. See docs/decisions/0110. */
export const talliesStep: SchemaStep = {
  name: "decisions/0130-tallies",
  async up(database, engine) {
    await createTables(database, engine);
    await countWhatStands(seen(database));
  },
};

async function createTables({ schema }: Database, engine: Engine): Promise<void> {
  await keptByKey(
    schema
      .createTable("ballot_counts")
      .addColumn("proposal_id", "text", (column) => column.notNull())
      .addColumn("ballot", "text", (column) => column.notNull())
      .addColumn("count", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("ballot_counts_key", ["proposal_id", "ballot"]),
    engine,
  ).execute();
  await keptByKey(
    schema
      .createTable("answer_counts")
      .addColumn("proposal_id", "text", (column) => column.primaryKey())
      .addColumn("answered", "bigint", (column) => column.notNull())
      .addColumn("turn", "bigint", (column) => column.notNull()),
    engine,
  ).execute();
}

async function countWhatStands(tables: ReturnType<typeof seen>): Promise<void> {
  await tables
    .insertInto("ballot_counts")
    .columns(["proposal_id", "ballot", "count"])
    .expression(
      tables
        .selectFrom("stances")
        .select(["proposal_id", "ballot", (row) => row.fn.countAll<number>().as("count")])
        .groupBy(["proposal_id", "ballot"]),
    )
    .execute();
  for (const answers of ["stances", "ballot_marks"] as const) {
    await tables
      .insertInto("answer_counts")
      .columns(["proposal_id", "answered", "turn"])
      .expression(
        tables
          .selectFrom(answers)
          .select(["proposal_id", (row) => row.fn.countAll<number>().as("answered"), (row) => row.lit(1).as("turn")])
          .groupBy("proposal_id"),
      )
      .execute();
  }
}

function seen(database: Database) {
  return database.withTables<TallyTables & ProposalTables & SecretTables>();
}
