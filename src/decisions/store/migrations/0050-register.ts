import { createTextIndex } from "../../../kernel/database/text-index.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";
import { adoptedTables } from "../consent/adopted.tables.ts";
import { enterRecord } from "../register/register.write.ts";
import { threadTables } from "../threads/threads.tables.ts";

type Schema = Database["schema"];

/** The register of decisions: those of proposals beside those of consent, what cites them, and what people do to carry them out. */
export const registerStep: SchemaStep = {
  name: "decisions/0050-register",
  async up(database, engine) {
    const { schema } = database;
    await schema.alterTable("consents").addColumn("proposal_id", "text").execute();
    await schema.alterTable("adopted_decisions").addColumn("proposal_id", "text").execute();
    await schema.alterTable("adopted_decisions").addColumn("audience", "text").execute();
    await schema.alterTable("adopted_decisions").addColumn("logged_after", "bigint").execute();
    for (const [name, columns] of [
      ["adopted_decisions_in_time", ["community_id", "adopted_at"]],
      ["adopted_decisions_in_state", ["community_id", "state", "adopted_at"]],
      ["adopted_decisions_for_readers", ["community_id", "audience", "adopted_at"]],
    ] as const) {
      await schema
        .createIndex(name)
        .on("adopted_decisions")
        .columns([...columns])
        .execute();
    }
    await schema
      .createIndex("adopted_decisions_of_proposal")
      .on("adopted_decisions")
      .column("proposal_id")
      .unique()
      .execute();
    await createCitations(schema);
    await createTasks(schema);
    await schema
      .createTable("decision_records")
      .addColumn("number", "integer", (column) => column.primaryKey())
      .addColumn("decision_id", "text", (column) => column.notNull().unique())
      .addColumn("scope", "text", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .execute();
    await createTextIndex(database, engine, "decision_records");
    await enterWhatIsThere(database);
  },
};

async function createCitations(schema: Schema): Promise<void> {
  await schema
    .createTable("decision_citations")
    .addColumn("decision_id", "text", (column) => column.notNull())
    .addColumn("about", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("thread_id", "text", (column) => column.notNull())
    .addColumn("cited_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("decision_citations_key", ["decision_id", "about"])
    .execute();
  await schema
    .createIndex("decision_citations_in_time")
    .on("decision_citations")
    .columns(["decision_id", "cited_at"])
    .execute();
  await schema.createIndex("decision_citations_of").on("decision_citations").column("about").execute();
}

async function createTasks(schema: Schema): Promise<void> {
  await schema
    .createTable("decision_tasks")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("decision_id", "text", (column) => column.notNull())
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
    ["decision_tasks_of", ["decision_id", "due", "id"]],
    ["decision_tasks_of_owner", ["owner_id", "state"]],
    ["decision_tasks_of_proposer", ["proposer_id", "state"]],
  ] as const) {
    await schema
      .createIndex(name)
      .on("decision_tasks")
      .columns([...columns])
      .execute();
  }
}

/** What consent adopted before there was a register stands in it, oldest first. */
async function enterWhatIsThere(database: Database): Promise<void> {
  const adopted = adoptedTables(database);
  const rows = await adopted.selectFrom("adopted_decisions").selectAll().orderBy("adopted_at").execute();
  for (const row of rows) {
    const thread = await threadTables(database)
      .selectFrom("threads")
      .select("audience")
      .where("id", "=", row.thread_id)
      .executeTakeFirst();
    const audience = thread?.audience === "everyone" ? "everyone" : "members";
    await adopted.updateTable("adopted_decisions").set({ audience }).where("id", "=", row.id).execute();
    await enterRecord(database, { ...row, communityId: row.community_id, audience });
  }
}
