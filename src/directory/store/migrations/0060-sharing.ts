import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Other directories that are followed, what was heard from each, and who follows this one. */
export const sharingStep: SchemaStep = {
  name: "directory/0060-sharing",
  async up({ schema }) {
    await schema
      .createTable("directory_origins")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("host", "text", (column) => column.notNull())
      .addColumn("actor_uri", "text", (column) => column.notNull())
      .addColumn("page", "text", (column) => column.notNull())
      .addColumn("follow_id", "text", (column) => column.notNull().unique())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("asked_at", "bigint", (column) => column.notNull())
      .addColumn("answered_at", "bigint")
      .addColumn("ended_at", "bigint")
      .addColumn("ended_because", "text")
      .addColumn("up_to", "bigint", (column) => column.notNull())
      .addColumn("is_behind", "integer", (column) => column.notNull())
      .addColumn("heard_at", "bigint")
      .addColumn("failed_at", "bigint")
      .addColumn("failure", "text")
      .addColumn("faults", "integer", (column) => column.notNull())
      .addColumn("fault_at", "bigint")
      .addColumn("day_at", "bigint", (column) => column.notNull())
      .addColumn("day_changes", "integer", (column) => column.notNull())
      .addColumn("day_octets", "integer", (column) => column.notNull())
      .addColumn("entries", "integer", (column) => column.notNull())
      .addColumn("claims", "integer", (column) => column.notNull())
      .execute();
    const index = (name: string, table: string, columns: readonly string[]) =>
      schema
        .createIndex(name)
        .on(table)
        .columns([...columns])
        .execute();
    await index("directory_origins_by_state", "directory_origins", ["state", "host", "id"]);
    await index("directory_origins_by_actor", "directory_origins", ["actor_uri"]);
    await schema
      .createTable("directory_heard_entries")
      .addColumn("origin_id", "text", (column) => column.notNull())
      .addColumn("entry_there", "text", (column) => column.notNull())
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addPrimaryKeyConstraint("directory_heard_entries_key", ["origin_id", "entry_there"])
      .execute();
    await index("directory_heard_entries_of_entry", "directory_heard_entries", ["entry_id"]);
    await schema
      .createTable("directory_heard_claims")
      .addColumn("origin_id", "text", (column) => column.notNull())
      .addColumn("claim_there", "text", (column) => column.notNull())
      .addColumn("entry_there", "text", (column) => column.notNull())
      .addColumn("claim_id", "text", (column) => column.notNull())
      .addColumn("entry_id", "text", (column) => column.notNull())
      .addColumn("stands", "integer", (column) => column.notNull())
      .addPrimaryKeyConstraint("directory_heard_claims_key", ["origin_id", "claim_there"])
      .execute();
    await index("directory_heard_claims_of_entry", "directory_heard_claims", ["entry_id"]);
    await index("directory_heard_claims_there", "directory_heard_claims", ["origin_id", "entry_there"]);
    await schema
      .createTable("directory_followers")
      .addColumn("uri", "text", (column) => column.primaryKey())
      .addColumn("host", "text", (column) => column.notNull())
      .addColumn("handle", "text", (column) => column.notNull())
      .addColumn("inbox", "text", (column) => column.notNull())
      .addColumn("shared_inbox", "text")
      .addColumn("follow_id", "text", (column) => column.notNull())
      .addColumn("since", "bigint", (column) => column.notNull())
      .execute();
  },
};
