import type { Database } from "../database/database.ts";
import { keptByKey } from "../database/keyed-rows.ts";
import type { SchemaStep } from "../database/migrate.ts";
import type { Microseconds } from "../base/time.ts";

/** The chained part: never changed, never erased. */
export type LogEntryRow = {
  readonly chain: string;
  readonly sequence: number;
  readonly at: Microseconds;
  readonly actor: string;
  readonly command: string;
  readonly event: string;
  readonly version: number;
  /** SHA-256 of salt and payload, hex. */
  readonly digest: string;
  readonly previous_hash: string;
  readonly hash: string;
};

/** Beside the chain: may be erased for privacy, and the chain still verifies. */
export type LogPayloadRow = {
  readonly chain: string;
  readonly sequence: number;
  readonly salt: string;
  readonly payload: string;
};

/** Where each chain ends; appending holds this row. */
export type LogHeadRow = { readonly chain: string; readonly sequence: number; readonly hash: string };

export type LogTables = {
  readonly log_entries: LogEntryRow;
  readonly log_payloads: LogPayloadRow;
  readonly log_heads: LogHeadRow;
};

/** The database, seen as the tables of the activity log. */
export function logTables(database: Database) {
  return database.withTables<LogTables>();
}

export const logSchema: readonly SchemaStep[] = [
  {
    name: "kernel/0001-activity-log",
    async up(database, engine) {
      await keptByKey(
        database.schema
          .createTable("log_entries")
          .addColumn("chain", "text", (column) => column.notNull())
          .addColumn("sequence", "bigint", (column) => column.notNull())
          .addColumn("at", "bigint", (column) => column.notNull())
          .addColumn("actor", "text", (column) => column.notNull())
          .addColumn("command", "text", (column) => column.notNull())
          .addColumn("event", "text", (column) => column.notNull())
          .addColumn("version", "bigint", (column) => column.notNull())
          .addColumn("digest", "text", (column) => column.notNull())
          .addColumn("previous_hash", "text", (column) => column.notNull())
          .addColumn("hash", "text", (column) => column.notNull())
          .addPrimaryKeyConstraint("log_entries_key", ["chain", "sequence"]),
        engine,
      ).execute();
      await keptByKey(
        database.schema
          .createTable("log_payloads")
          .addColumn("chain", "text", (column) => column.notNull())
          .addColumn("sequence", "bigint", (column) => column.notNull())
          .addColumn("salt", "text", (column) => column.notNull())
          .addColumn("payload", "text", (column) => column.notNull())
          .addPrimaryKeyConstraint("log_payloads_key", ["chain", "sequence"]),
        engine,
      ).execute();
      await keptByKey(
        database.schema
          .createTable("log_heads")
          .addColumn("chain", "text", (column) => column.primaryKey())
          .addColumn("sequence", "bigint", (column) => column.notNull())
          .addColumn("hash", "text", (column) => column.notNull()),
        engine,
      ).execute();
    },
  },
  {
    // Who acted lately is counted across chains; entries come in order of time, so the index grows at its end alone.
    name: "kernel/0002-entries-by-time",
    async up(database) {
      await database.schema.createIndex("log_entries_by_time").on("log_entries").columns(["at", "actor"]).execute();
    },
  },
];
