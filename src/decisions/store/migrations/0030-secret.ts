import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Secret ballots: the box of each proposal, who has voted, the ballots sealed, and those published. See docs/decisions/0080. */
export const secretStep: SchemaStep = {
  name: "decisions/0030-secret",
  async up({ schema }, engine) {
    await keptByKey(
      schema
        .createTable("secret_boxes")
        .addColumn("proposal_id", "text", (column) => column.primaryKey())
        .addColumn("key", "text")
        .addColumn("turnout", "text", (column) => column.notNull()),
      engine,
    ).execute();
    await keptByKey(
      schema
        .createTable("ballot_marks")
        .addColumn("proposal_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("ballot_marks_key", ["proposal_id", "person_id"]),
      engine,
    ).execute();
    await schema.createIndex("ballot_marks_of_person").on("ballot_marks").column("person_id").execute();
    await keptByKey(
      schema
        .createTable("sealed_ballots")
        .addColumn("proposal_id", "text", (column) => column.notNull())
        .addColumn("finder", "text", (column) => column.notNull())
        .addColumn("sealed", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("sealed_ballots_key", ["proposal_id", "finder"]),
      engine,
    ).execute();
    await keptByKey(
      schema
        .createTable("published_ballots")
        .addColumn("proposal_id", "text", (column) => column.notNull())
        .addColumn("digest", "text", (column) => column.notNull())
        .addColumn("ballot", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("published_ballots_key", ["proposal_id", "digest"]),
      engine,
    ).execute();
  },
};
