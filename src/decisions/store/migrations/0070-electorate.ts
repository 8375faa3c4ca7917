import type { Database, Engine } from "../../../kernel/database/database.ts";
import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Whom a proposal asks, who was left out and why, voices of organisations, shares of servers, and challenges. */
export const electorateStep: SchemaStep = {
  name: "decisions/0070-electorate",
  async up(database, engine) {
    await createLists(database, engine);
    await createVoices(database);
    await createChallenges(database);
  },
};

async function createLists({ schema }: Database, engine: Engine): Promise<void> {
  await schema
    .createTable("proposal_electorates")
    .addColumn("proposal_id", "text", (column) => column.primaryKey())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("circle_id", "text", (column) => column.notNull())
    .addColumn("circle_name", "text", (column) => column.notNull())
    .addColumn("challenge_days", "bigint", (column) => column.notNull())
    .execute();
  await schema
    .createTable("named_electors")
    .addColumn("proposal_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("named_electors_key", ["proposal_id", "person_id"])
    .execute();
  await schema.createIndex("named_electors_of_person").on("named_electors").column("person_id").execute();
  await keptByKey(
    schema
      .createTable("left_out")
      .addColumn("proposal_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("why", "text", (column) => column.notNull())
      .addColumn("until", "bigint")
      .addColumn("class_name", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("left_out_key", ["proposal_id", "person_id"]),
    engine,
  ).execute();
  await schema.createIndex("left_out_of_person").on("left_out").column("person_id").execute();
  await schema
    .createTable("proposal_servers")
    .addColumn("proposal_id", "text", (column) => column.notNull())
    .addColumn("host", "text", (column) => column.notNull())
    .addColumn("eligible", "bigint", (column) => column.notNull())
    .addColumn("answered", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("proposal_servers_key", ["proposal_id", "host"])
    .execute();
}

async function createVoices({ schema }: Database): Promise<void> {
  await schema
    .createTable("proposal_voices")
    .addColumn("proposal_id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addColumn("name", "text", (column) => column.notNull())
    .addColumn("host", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("proposal_voices_key", ["proposal_id", "organisation_id"])
    .execute();
  await schema
    .createTable("voice_delegates")
    .addColumn("proposal_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("organisation_id", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("voice_delegates_key", ["proposal_id", "person_id"])
    .execute();
  await schema
    .createIndex("delegates_of_voice")
    .on("voice_delegates")
    .columns(["proposal_id", "organisation_id"])
    .execute();
  await schema.createIndex("voices_of_person").on("voice_delegates").column("person_id").execute();
}

async function createChallenges({ schema }: Database): Promise<void> {
  await schema
    .createTable("challenges")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("proposal_id", "text", (column) => column.notNull())
    .addColumn("by_id", "text", (column) => column.notNull())
    .addColumn("about_id", "text")
    .addColumn("reason", "text", (column) => column.notNull())
    .addColumn("made_at", "bigint", (column) => column.notNull())
    .addColumn("verdict", "text", (column) => column.notNull())
    .addColumn("answer", "text", (column) => column.notNull())
    .addColumn("answered_by", "text")
    .addColumn("answered_at", "bigint")
    .addColumn("before", "text", (column) => column.notNull())
    .addColumn("after", "text", (column) => column.notNull())
    .execute();
  await schema.createIndex("challenges_of_proposal").on("challenges").columns(["proposal_id", "made_at"]).execute();
  for (const column of ["by_id", "about_id", "answered_by"] as const) {
    await schema.createIndex(`challenges_${column}`).on("challenges").column(column).execute();
  }
  await schema
    .createTable("stances_set_aside")
    .addColumn("proposal_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("challenge_id", "text", (column) => column.notNull())
    .addColumn("ballot", "text", (column) => column.notNull())
    .addPrimaryKeyConstraint("stances_set_aside_key", ["proposal_id", "person_id"])
    .execute();
  await schema.createIndex("set_aside_of_person").on("stances_set_aside").column("person_id").execute();
}
