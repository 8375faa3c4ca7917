import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Who of the members has a vote: classes, dues, waiting time, and organisations with one voice each. */
export const standingStep: SchemaStep = {
  name: "communities/0070-standing",
  async up({ schema }) {
    await schema
      .createTable("membership_classes")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("votes", "bigint", (column) => column.notNull())
      .execute();
    await schema.createIndex("classes_of_community").on("membership_classes").column("community_id").execute();
    await schema
      .createTable("member_standings")
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("class_id", "text")
      .addColumn("dues_lapsed_on", "text")
      .addPrimaryKeyConstraint("member_standings_key", ["community_id", "person_id"])
      .execute();
    await schema.createIndex("standings_of_person").on("member_standings").column("person_id").execute();
    await schema.createIndex("standings_of_class").on("member_standings").column("class_id").execute();
    await schema
      .createTable("voting_rules")
      .addColumn("community_id", "text", (column) => column.primaryKey())
      .addColumn("waiting_days", "bigint", (column) => column.notNull())
      .addColumn("challenge_days", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("organisations")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("host", "text", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("organisations_of_community")
      .on("organisations")
      .columns(["community_id", "name"])
      .execute();
    await schema
      .createTable("organisation_delegates")
      .addColumn("organisation_id", "text", (column) => column.notNull())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("from_day", "text", (column) => column.notNull())
      .addColumn("until_day", "text")
      .addColumn("decided_by", "text", (column) => column.notNull())
      // Nobody speaks for two organisations of one community.
      .addPrimaryKeyConstraint("organisation_delegates_key", ["community_id", "person_id"])
      .execute();
    await schema.createIndex("delegates_of_person").on("organisation_delegates").column("person_id").execute();
    await schema
      .createIndex("delegates_of_organisation")
      .on("organisation_delegates")
      .column("organisation_id")
      .execute();
  },
};
