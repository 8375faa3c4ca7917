import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Files that posts carry, and what posts from other servers carry there. */
export const attachmentsStep: SchemaStep = {
  name: "decisions/0110-attachments",
  async up({ schema }) {
    await schema
      .createTable("attachments")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("post_id", "text")
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("media_type", "text", (column) => column.notNull())
      .addColumn("alt", "text", (column) => column.notNull())
      .addColumn("size", "bigint", (column) => column.notNull())
      .addColumn("digest", "text", (column) => column.notNull())
      .addColumn("preview_digest", "text")
      .addColumn("width", "bigint")
      .addColumn("height", "bigint")
      .addColumn("added_at", "bigint", (column) => column.notNull())
      .addColumn("removed_at", "bigint")
      .addColumn("removal_reason", "text", (column) => column.notNull())
      .execute();
    await schema.createIndex("attachments_of_post").on("attachments").columns(["post_id", "place"]).execute();
    await schema.createIndex("attachments_of_person").on("attachments").columns(["person_id", "added_at"]).execute();
    await schema
      .createTable("attached_elsewhere")
      .addColumn("post_id", "text", (column) => column.notNull())
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("url", "text", (column) => column.notNull())
      .addColumn("alt", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("attached_elsewhere_key", ["post_id", "place"])
      .execute();
    await schema
      .createTable("attachment_totals")
      .addColumn("community_id", "text", (column) => column.primaryKey())
      .addColumn("bytes", "bigint", (column) => column.notNull())
      .execute();
  },
};
