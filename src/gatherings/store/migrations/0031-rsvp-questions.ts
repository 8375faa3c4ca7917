import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** What an RSVP asks besides, what people answered, and for how long that is kept. */
export const rsvpQuestionsStep: SchemaStep = {
  name: "gatherings/0031-rsvp-questions",
  async up({ schema }) {
    await schema
      .createTable("gathering_questions")
      .addColumn("gathering_id", "text", (column) => column.primaryKey())
      .addColumn("asked", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("gathering_question_answers")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("languages", "text", (column) => column.notNull())
      .addColumn("recording", "text")
      .addColumn("introduction", "text", (column) => column.notNull())
      .addColumn("brings", "text", (column) => column.notNull())
      .addColumn("seeks", "text", (column) => column.notNull())
      .addColumn("answered_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("gathering_question_answers_key", ["gathering_id", "person_id"])
      .execute();
    await schema
      .createIndex("gathering_question_answers_of_person")
      .on("gathering_question_answers")
      .column("person_id")
      .execute();
    await schema
      .createTable("gathering_access_needs")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("captions", "bigint", (column) => column.notNull())
      .addColumn("sign_language", "text", (column) => column.notNull())
      .addColumn("other", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("gathering_access_needs_key", ["gathering_id", "person_id"])
      .execute();
    await schema
      .createIndex("gathering_access_needs_of_person")
      .on("gathering_access_needs")
      .column("person_id")
      .execute();
    await schema
      .createTable("conduct_acceptances")
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("digest", "text", (column) => column.notNull())
      .addColumn("accepted_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("conduct_acceptances_key", ["community_id", "person_id"])
      .execute();
    await schema.createIndex("conduct_acceptances_of_person").on("conduct_acceptances").column("person_id").execute();
    await schema
      .createTable("answer_keeping")
      .addColumn("community_id", "text", (column) => column.primaryKey())
      .addColumn("days", "bigint", (column) => column.notNull())
      .execute();
  },
};
