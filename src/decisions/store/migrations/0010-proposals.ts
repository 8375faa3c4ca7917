import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Proposals, who may answer each, the stances taken, and what came of it. */
export const proposalsStep: SchemaStep = {
  name: "decisions/0010-proposals",
  async up({ schema }, engine) {
    await schema
      .createTable("proposals")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("thread_id", "text", (column) => column.notNull())
      .addColumn("author_id", "text", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("method", "text", (column) => column.notNull())
      .addColumn("method_version", "bigint", (column) => column.notNull())
      .addColumn("options", "text", (column) => column.notNull())
      .addColumn("settings", "text", (column) => column.notNull())
      .addColumn("secrecy", "text", (column) => column.notNull())
      .addColumn("shows_count", "text", (column) => column.notNull())
      .addColumn("reasons", "text", (column) => column.notNull())
      .addColumn("quorum_percent", "bigint", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("eligible", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("opened_at", "bigint", (column) => column.notNull())
      .addColumn("closes_at", "bigint", (column) => column.notNull())
      .addColumn("closed_at", "bigint")
      .execute();
    await schema.createIndex("proposals_of_thread").on("proposals").columns(["thread_id", "opened_at"]).execute();
    await schema
      .createIndex("proposals_of_community")
      .on("proposals")
      .columns(["community_id", "state", "closes_at"])
      .execute();
    await schema.createIndex("proposals_of_author").on("proposals").column("author_id").execute();
    await keptByKey(
      schema
        .createTable("proposal_electors")
        .addColumn("proposal_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addColumn("why", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("proposal_electors_key", ["proposal_id", "person_id"]),
      engine,
    ).execute();
    await schema.createIndex("proposal_electors_of_person").on("proposal_electors").column("person_id").execute();
    await keptByKey(
      schema
        .createTable("stances")
        .addColumn("proposal_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addColumn("ballot", "text", (column) => column.notNull())
        .addColumn("reason", "text", (column) => column.notNull())
        .addColumn("given_at", "bigint", (column) => column.notNull())
        .addColumn("by", "text", (column) => column.notNull())
        .addColumn("changes", "bigint", (column) => column.notNull())
        .addColumn("native_votes", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("stances_key", ["proposal_id", "person_id"]),
      engine,
    ).execute();
    await schema.createIndex("stances_by_ballot").on("stances").columns(["proposal_id", "ballot"]).execute();
    await schema.createIndex("stances_in_time").on("stances").columns(["proposal_id", "given_at"]).execute();
    await schema.createIndex("stances_of_person").on("stances").column("person_id").execute();
    await schema
      .createTable("earlier_stances")
      .addColumn("proposal_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("ballot", "text", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("given_at", "bigint", (column) => column.notNull())
      .addColumn("by", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("earlier_stances_key", ["proposal_id", "person_id", "place"])
      .execute();
    await schema.createIndex("earlier_stances_of_person").on("earlier_stances").column("person_id").execute();
    await schema
      .createTable("outcomes")
      .addColumn("proposal_id", "text", (column) => column.primaryKey())
      .addColumn("tally", "text", (column) => column.notNull())
      .addColumn("conclusion", "text", (column) => column.notNull())
      .addColumn("eligible", "bigint", (column) => column.notNull())
      .addColumn("answered", "bigint", (column) => column.notNull())
      .addColumn("seed", "text", (column) => column.notNull())
      .addColumn("statement", "text", (column) => column.notNull())
      .addColumn("stated_by", "text")
      .addColumn("stated_at", "bigint")
      .addColumn("counted_at", "bigint", (column) => column.notNull())
      .execute();
    await schema.createIndex("outcomes_of_stater").on("outcomes").column("stated_by").execute();
  },
};
