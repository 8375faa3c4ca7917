import type { Microseconds } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import type { SchemaStep } from "../../database/migrate.ts";
import { leaseHolders, type Held } from "../../jobs/held.ts";

/** Something that waits to be handled. It stays until it is done: whoever dies with it in hand loses nothing. */
export type QueueMessageRow = Held & {
  /** UUIDv7: sorts by the time it was put in. */
  readonly id: string;
  readonly queue: string;
  /** Unique within the queue while it waits. */
  readonly key: string;
  /** Messages of one ordering key are handled one after the other, as they came. */
  readonly ordering_key: string | null;
  /** Whose message it is, for quotas; empty when it is ours. */
  readonly host: string;
  /** JSON. */
  readonly message: string;
  readonly due_at: Microseconds;
};

export type QueueTables = { readonly queue_messages: QueueMessageRow };

/** The database, seen as the table of queued messages. */
export function queueTables(database: Database) {
  return database.withTables<QueueTables>();
}

export const queueSchema: readonly SchemaStep[] = [
  {
    name: "kernel/federation-0003-queue",
    async up(database) {
      await database.schema
        .createTable("queue_messages")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("queue", "text", (column) => column.notNull())
        .addColumn("key", "text", (column) => column.notNull())
        .addColumn("ordering_key", "text")
        .addColumn("host", "text", (column) => column.notNull())
        .addColumn("message", "text", (column) => column.notNull())
        .addColumn("due_at", "bigint", (column) => column.notNull())
        .addColumn("attempts", "bigint", (column) => column.notNull())
        .addColumn("leased_until", "bigint")
        .addColumn("last_error", "text")
        .addColumn("given_up_at", "bigint")
        .execute();
      const index = (name: string, columns: readonly string[]) =>
        database.schema
          .createIndex(name)
          .on("queue_messages")
          .columns([...columns]);
      await index("queue_messages_key", ["queue", "key"]).unique().execute();
      await index("queue_messages_due", ["queue", "given_up_at", "due_at"]).execute();
      await index("queue_messages_order", ["queue", "ordering_key", "id"]).execute();
      await index("queue_messages_host", ["queue", "host"]).execute();
    },
  },
  leaseHolders("kernel/federation-0005-holders-of-messages", "queue_messages"),
];
