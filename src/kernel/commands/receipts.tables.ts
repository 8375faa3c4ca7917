import type { Microseconds } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { keptByKey } from "../database/keyed-rows.ts";
import type { SchemaStep } from "../database/migrate.ts";

/** The first answer to one idempotency key. */
export type ReceiptRow = {
  /** `from:key` of the origin, with the command's name. */
  readonly key: string;
  /** The `Result`, as JSON. */
  readonly answer: string;
  readonly received_at: Microseconds;
};

export type ReceiptTables = { readonly receipts: ReceiptRow };

/** The database, seen as the table of receipts. */
export function receiptTables(database: Database) {
  return database.withTables<ReceiptTables>();
}

export const receiptSchema: readonly SchemaStep[] = [
  {
    name: "kernel/0003-receipts",
    async up(database, engine) {
      await keptByKey(
        database.schema
          .createTable("receipts")
          .addColumn("key", "text", (column) => column.primaryKey())
          .addColumn("answer", "text", (column) => column.notNull())
          .addColumn("received_at", "bigint", (column) => column.notNull()),
        engine,
      ).execute();
      await database.schema.createIndex("receipts_received").on("receipts").column("received_at").execute();
    },
  },
];
