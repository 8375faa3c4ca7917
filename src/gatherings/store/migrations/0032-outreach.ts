import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Whom a gathering reaches out to, who never wants to be asked again, and the links by which instances bring their teams. */
export const outreachStep: SchemaStep = {
  name: "gatherings/0032-outreach",
  async up({ schema }) {
    await schema
      .createTable("outreach_targets")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("address", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("language", "text")
      .addColumn("country", "text", (column) => column.notNull())
      .addColumn("software", "text", (column) => column.notNull())
      .addColumn("size", "bigint")
      .addColumn("added_at", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("asked_by", "text")
      .addColumn("asked_at", "bigint")
      .addColumn("asked_language", "text")
      .addColumn("letter_hash", "text", (column) => column.unique())
      .addColumn("contact_uri", "text")
      .addColumn("contact_handle", "text")
      .addColumn("seen_at", "bigint")
      .addColumn("answer", "text")
      .addColumn("people", "bigint")
      .addColumn("answered_at", "bigint")
      .addUniqueConstraint("outreach_targets_once", ["gathering_id", "address"])
      .addUniqueConstraint("outreach_contacts_once", ["gathering_id", "contact_uri"])
      .execute();
    await schema
      .createIndex("outreach_targets_by_state")
      .on("outreach_targets")
      .columns(["gathering_id", "state", "id"])
      .execute();
    await schema.createIndex("outreach_targets_of_asker").on("outreach_targets").column("asked_by").execute();
    await schema.createIndex("outreach_targets_of_contact").on("outreach_targets").column("contact_uri").execute();
    await schema
      .createTable("outreach_refusals")
      .addColumn("hash", "text", (column) => column.primaryKey())
      .execute();
    await schema
      .createTable("outreach_salt")
      .addColumn("name", "text", (column) => column.primaryKey())
      .addColumn("salt", "text", (column) => column.notNull())
      .execute();
    await schema
      .createTable("outreach_teams")
      .addColumn("target_id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("token", "text", (column) => column.notNull().unique())
      .addColumn("revoked_at", "bigint")
      .execute();
    await schema
      .createTable("outreach_team_members")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("target_id", "text", (column) => column.notNull())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("joined_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("outreach_team_members_of")
      .on("outreach_team_members")
      .columns(["gathering_id", "target_id", "id"])
      .execute();
  },
};
