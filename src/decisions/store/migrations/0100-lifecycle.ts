import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** What goes on around proposals while they are open, what changed their closing times, options that were added, and templates. */
export const lifecycleStep: SchemaStep = {
  name: "decisions/0100-lifecycle",
  async up({ schema }) {
    await schema
      .createTable("proposal_lives")
      .addColumn("proposal_id", "text", (column) => column.primaryKey())
      .addColumn("adding", "text", (column) => column.notNull())
      .addColumn("own_options", "bigint", (column) => column.notNull())
      .addColumn("all_options", "bigint", (column) => column.notNull())
      .addColumn("shuffles", "bigint", (column) => column.notNull())
      .addColumn("reminds", "text", (column) => column.notNull())
      .addColumn("remind_hours", "bigint", (column) => column.notNull())
      .addColumn("reminded", "bigint", (column) => column.notNull())
      .addColumn("added", "bigint", (column) => column.notNull())
      .addColumn("digest_at", "bigint")
      .execute();
    await schema
      .createTable("proposal_changes")
      .addColumn("proposal_id", "text", (column) => column.notNull())
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addColumn("until", "bigint", (column) => column.notNull())
      .addColumn("former", "text")
      .addPrimaryKeyConstraint("proposal_changes_key", ["proposal_id", "place"])
      .execute();
    await schema.createIndex("proposal_changes_of_person").on("proposal_changes").column("person_id").execute();
    await schema
      .createTable("added_options")
      .addColumn("proposal_id", "text", (column) => column.notNull())
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("added_options_key", ["proposal_id", "place"])
      .execute();
    await schema.createIndex("added_options_of_person").on("added_options").column("person_id").execute();
    await schema
      .createTable("proposal_templates")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("method", "text", (column) => column.notNull())
      .addColumn("content", "text", (column) => column.notNull())
      .addColumn("made_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("proposal_templates_of_community")
      .on("proposal_templates")
      .columns(["community_id", "name"])
      .unique()
      .execute();
    await schema.createIndex("proposal_templates_of_person").on("proposal_templates").column("person_id").execute();
    await schema.createIndex("threads_in_order").on("threads").columns(["community_id", "id"]).execute();
    await schema.createIndex("proposals_in_order").on("proposals").columns(["thread_id", "id"]).execute();
  },
};
