import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Requests for comments, their versions, and how they moved from state to state. */
export const requestsStep: SchemaStep = {
  name: "decisions/0060-requests",
  async up({ schema }) {
    await schema
      .createTable("comment_requests")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("number", "bigint", (column) => column.notNull())
      .addColumn("thread_id", "text", (column) => column.notNull())
      .addColumn("author_id", "text", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("supersedes", "text")
      .addColumn("superseded_by", "text")
      .addColumn("opened_at", "bigint", (column) => column.notNull())
      .addColumn("moved_at", "bigint", (column) => column.notNull())
      .addColumn("last_call_ends_at", "bigint")
      .addUniqueConstraint("comment_requests_numbered", ["community_id", "number"])
      .execute();
    await schema
      .createIndex("comment_requests_by_state")
      .on("comment_requests")
      .columns(["community_id", "state", "number"])
      .execute();
    await schema
      .createIndex("comment_requests_of_thread")
      .on("comment_requests")
      .columns(["thread_id", "number"])
      .execute();
    await schema.createIndex("comment_requests_of_author").on("comment_requests").column("author_id").execute();
    await schema
      .createTable("comment_request_versions")
      .addColumn("request_id", "text", (column) => column.notNull())
      .addColumn("version", "bigint", (column) => column.notNull())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("text", "text", (column) => column.notNull())
      .addColumn("note", "text", (column) => column.notNull())
      .addColumn("written_by", "text", (column) => column.notNull())
      .addColumn("written_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("comment_request_versions_key", ["request_id", "version"])
      .execute();
    await schema
      .createIndex("comment_request_versions_of_person")
      .on("comment_request_versions")
      .column("written_by")
      .execute();
    await schema
      .createTable("comment_request_moves")
      .addColumn("request_id", "text", (column) => column.notNull())
      .addColumn("place", "bigint", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("moved_by", "text", (column) => column.notNull())
      .addColumn("moved_at", "bigint", (column) => column.notNull())
      .addColumn("note", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("comment_request_moves_key", ["request_id", "place"])
      .execute();
    await schema
      .createIndex("comment_request_moves_of_person")
      .on("comment_request_moves")
      .column("moved_by")
      .execute();
  },
};
