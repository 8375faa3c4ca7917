import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Statements of threads, what members say of them, and the maps drawn from that. */
export const opinionsStep: SchemaStep = {
  name: "decisions/0040-opinions",
  async up({ schema }, engine) {
    await schema
      .createTable("opinion_statements")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("thread_id", "text", (column) => column.notNull())
      .addColumn("author_id", "text", (column) => column.notNull())
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("answered", "bigint", (column) => column.notNull())
      .addColumn("written_at", "bigint", (column) => column.notNull())
      .addUniqueConstraint("opinion_statements_in_order", ["thread_id", "place"])
      .execute();
    await schema.createIndex("opinion_statements_of_author").on("opinion_statements").column("author_id").execute();
    await keptByKey(
      schema
        .createTable("opinion_answers")
        .addColumn("thread_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addColumn("answers", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("opinion_answers_key", ["thread_id", "person_id"]),
      engine,
    ).execute();
    await schema.createIndex("opinion_answers_of_person").on("opinion_answers").column("person_id").execute();
    await schema
      .createTable("opinion_drawings")
      .addColumn("thread_id", "text", (column) => column.primaryKey())
      .addColumn("drawing", "text", (column) => column.notNull())
      .addColumn("drawn_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
