import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Letters to guests, and what edits of posts did to their files. */
export const answersStep: SchemaStep = {
  name: "decisions/0150-answers",
  async up({ schema }) {
    await schema
      .createTable("guest_letters")
      .addColumn("guest_id", "text", (column) => column.primaryKey())
      .addColumn("proposal_id", "text", (column) => column.notNull())
      .addColumn("inviter_id", "text", (column) => column.notNull())
      .addColumn("address", "text")
      .addColumn("token", "text")
      .addColumn("asked_at", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("guest_letters_of_proposal").on("guest_letters").column("proposal_id").execute();
    await schema
      .createIndex("guest_letters_of_inviter")
      .on("guest_letters")
      .columns(["inviter_id", "asked_at"])
      .execute();
    await schema.createIndex("guest_letters_to_mailbox").on("guest_letters").columns(["address", "asked_at"]).execute();
    await schema.createIndex("guest_letters_in_time").on("guest_letters").column("asked_at").execute();
    await schema
      .createTable("attachment_edits")
      .addColumn("attachment_id", "text", (column) => column.primaryKey())
      .addColumn("post_id", "text", (column) => column.notNull())
      .addColumn("added_version", "bigint")
      .addColumn("removed_version", "bigint")
      .execute();
    await schema.createIndex("attachment_edits_of_post").on("attachment_edits").column("post_id").execute();
  },
};
