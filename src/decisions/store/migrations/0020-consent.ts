import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { Database, Engine } from "../../../kernel/database/database.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

type Schema = Database["schema"];

/** Consent processes: versions, rounds, answers, questions, objections, and the decisions they made. */
export const consentStep: SchemaStep = {
  name: "decisions/0020-consent",
  async up({ schema }, engine) {
    await createProcesses(schema);
    await createRounds(schema, engine);
    await createObjections(schema);
    await createDecisions(schema);
  },
};

async function createProcesses(schema: Schema): Promise<void> {
  await schema
    .createTable("consents")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("thread_id", "text", (column) => column.notNull())
    .addColumn("author_id", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("need", "text", (column) => column.notNull())
    .addColumn("aim", "text", (column) => column.notNull())
    .addColumn("silence", "text", (column) => column.notNull())
    .addColumn("quorum_percent", "bigint", (column) => column.notNull())
    .addColumn("round_days", "text", (column) => column.notNull())
    .addColumn("hides_reactions", "bigint", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("starts_on", "text")
    .addColumn("ends_on", "text")
    .addColumn("eligible", "bigint", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("state_since", "bigint", (column) => column.notNull())
    .addColumn("due_at", "bigint")
    .addColumn("version", "bigint", (column) => column.notNull())
    .addColumn("cycle", "bigint", (column) => column.notNull())
    .addColumn("turn", "bigint", (column) => column.notNull())
    .addColumn("motions", "bigint", (column) => column.notNull())
    .addColumn("time_given", "bigint", (column) => column.notNull())
    .addColumn("drafted_at", "bigint", (column) => column.notNull())
    .addColumn("ended_at", "bigint")
    .addColumn("ending_reason", "text", (column) => column.notNull())
    .addColumn("supersedes", "text")
    .execute();
  await schema.createIndex("consents_of_thread").on("consents").columns(["thread_id", "drafted_at"]).execute();
  await schema.createIndex("consents_of_community").on("consents").columns(["community_id", "ended_at"]).execute();
  await schema.createIndex("consents_of_author").on("consents").column("author_id").execute();
  await schema
    .createTable("consent_versions")
    .addColumn("consent_id", "text", (column) => column.notNull())
    .addColumn("version", "bigint", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("measures", "text", (column) => column.notNull())
    .addColumn("responsible", "text", (column) => column.notNull())
    .addColumn("term_months", "bigint", (column) => column.notNull())
    .addColumn("hash", "text", (column) => column.notNull())
    .addColumn("integration", "text", (column) => column.notNull())
    .addColumn("cycle", "bigint", (column) => column.notNull())
    .addColumn("note", "text", (column) => column.notNull())
    .addColumn("written_by", "text", (column) => column.notNull())
    .addColumn("written_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("consent_versions_key", ["consent_id", "version"])
    .execute();
  await schema.createIndex("consent_versions_of_person").on("consent_versions").column("written_by").execute();
}

async function createRounds(schema: Schema, engine: Engine): Promise<void> {
  await schema
    .createTable("consent_rounds")
    .addColumn("consent_id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("number", "bigint", (column) => column.notNull())
    .addColumn("answers_to", "bigint", (column) => column.notNull())
    .addColumn("subject", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("opened_by", "text")
    .addColumn("opened_at", "bigint", (column) => column.notNull())
    .addColumn("due_at", "bigint", (column) => column.notNull())
    .addColumn("closed_at", "bigint")
    .addColumn("result", "text", (column) => column.notNull())
    .addColumn("eligible", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("consent_rounds_key", ["consent_id", "kind", "number"])
    .execute();
  await schema.createIndex("consent_rounds_of_opener").on("consent_rounds").column("opened_by").execute();
  await keptByKey(
    schema
      .createTable("consent_answers")
      .addColumn("consent_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("answers_to", "bigint", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("words", "text", (column) => column.notNull())
      .addColumn("given_at", "bigint", (column) => column.notNull())
      .addColumn("by", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("consent_answers_key", ["consent_id", "kind", "answers_to", "person_id"]),
    engine,
  ).execute();
  await schema
    .createIndex("consent_answers_in_time")
    .on("consent_answers")
    .columns(["consent_id", "kind", "answers_to", "given_at"])
    .execute();
  await schema.createIndex("consent_answers_of_person").on("consent_answers").column("person_id").execute();
  await schema
    .createTable("consent_questions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("consent_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("asked_at", "bigint", (column) => column.notNull())
    .addColumn("answer", "text", (column) => column.notNull())
    .addColumn("answered_by", "text")
    .addColumn("answered_at", "bigint")
    .execute();
  await schema
    .createIndex("consent_questions_in_time")
    .on("consent_questions")
    .columns(["consent_id", "asked_at"])
    .execute();
  await schema.createIndex("consent_questions_of_person").on("consent_questions").column("person_id").execute();
  await schema.createIndex("consent_questions_of_answerer").on("consent_questions").column("answered_by").execute();
}

async function createObjections(schema: Schema): Promise<void> {
  await schema
    .createTable("consent_objections")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("consent_id", "text", (column) => column.notNull())
    .addColumn("version", "bigint", (column) => column.notNull())
    .addColumn("cycle", "bigint", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("raised_at", "bigint", (column) => column.notNull())
    .addColumn("statement", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("aim", "text", (column) => column.notNull())
    .addColumn("evidence", "text", (column) => column.notNull())
    .addColumn("severity", "text", (column) => column.notNull())
    .addColumn("workable", "text", (column) => column.notNull())
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("tested_by", "text", (column) => column.notNull())
    .addColumn("tested_at", "bigint")
    .addColumn("resolved_how", "text", (column) => column.notNull())
    .addColumn("resolved_version", "bigint")
    .addColumn("confirmed_version", "bigint")
    .addColumn("confirmed", "bigint")
    .addColumn("confirmed_at", "bigint")
    .execute();
  await schema
    .createIndex("consent_objections_in_time")
    .on("consent_objections")
    .columns(["consent_id", "state", "raised_at"])
    .execute();
  await schema.createIndex("consent_objections_of_person").on("consent_objections").column("person_id").execute();
  await schema
    .createTable("consent_remarks")
    .addColumn("objection_id", "text", (column) => column.notNull())
    .addColumn("person_id", "text", (column) => column.notNull())
    .addColumn("kind", "text", (column) => column.notNull())
    .addColumn("words", "text", (column) => column.notNull())
    .addColumn("said_at", "bigint", (column) => column.notNull())
    .addPrimaryKeyConstraint("consent_remarks_key", ["objection_id", "person_id", "kind"])
    .execute();
  await schema.createIndex("consent_remarks_of_person").on("consent_remarks").column("person_id").execute();
}

async function createDecisions(schema: Schema): Promise<void> {
  await schema
    .createTable("adopted_decisions")
    .addColumn("id", "text", (column) => column.primaryKey())
    .addColumn("community_id", "text", (column) => column.notNull())
    .addColumn("thread_id", "text", (column) => column.notNull())
    .addColumn("consent_id", "text", (column) => column.notNull().unique())
    .addColumn("version", "bigint", (column) => column.notNull())
    .addColumn("version_hash", "text", (column) => column.notNull())
    .addColumn("title", "text", (column) => column.notNull())
    .addColumn("text", "text", (column) => column.notNull())
    .addColumn("measures", "text", (column) => column.notNull())
    .addColumn("responsible", "text", (column) => column.notNull())
    .addColumn("zone", "text", (column) => column.notNull())
    .addColumn("eligible", "bigint", (column) => column.notNull())
    .addColumn("answered", "bigint", (column) => column.notNull())
    .addColumn("adopted_at", "bigint", (column) => column.notNull())
    .addColumn("term_months", "bigint", (column) => column.notNull())
    .addColumn("starts_on", "text", (column) => column.notNull())
    .addColumn("review_on", "text", (column) => column.notNull())
    .addColumn("ends_on", "text")
    .addColumn("state", "text", (column) => column.notNull())
    .addColumn("told_on", "text")
    .addColumn("reviews", "bigint", (column) => column.notNull())
    .addColumn("supersedes", "text")
    .addColumn("superseded_by", "text")
    .execute();
  await schema
    .createIndex("adopted_decisions_of_community")
    .on("adopted_decisions")
    .columns(["community_id", "state", "review_on"])
    .execute();
}
