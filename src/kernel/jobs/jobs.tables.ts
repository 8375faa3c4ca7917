import type { Microseconds } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import { keptByKey } from "../database/keyed-rows.ts";
import type { SchemaStep } from "../database/migrate.ts";
import { leaseHolders, type Held } from "./held.ts";

/** Work due at an instant. There is one row per kind and key: moving the instant moves the row. */
export type JobRow = Held & {
  readonly kind: string;
  readonly key: string;
  readonly due_at: Microseconds;
  readonly payload: string;
};

export type JobTables = { readonly jobs: JobRow };

/** The database, seen as the table of jobs. */
export function jobTables(database: Database) {
  return database.withTables<JobTables>();
}

export const jobSchema: readonly SchemaStep[] = [
  {
    name: "kernel/0002-jobs",
    async up(database, engine) {
      await keptByKey(
        database.schema
          .createTable("jobs")
          .addColumn("kind", "text", (column) => column.notNull())
          .addColumn("key", "text", (column) => column.notNull())
          .addColumn("due_at", "bigint", (column) => column.notNull())
          .addColumn("payload", "text", (column) => column.notNull())
          .addColumn("attempts", "bigint", (column) => column.notNull().defaultTo(0))
          .addColumn("leased_until", "bigint")
          .addColumn("last_error", "text")
          .addColumn("given_up_at", "bigint")
          .addPrimaryKeyConstraint("jobs_key", ["kind", "key"]),
        engine,
      ).execute();
      await database.schema.createIndex("jobs_due").on("jobs").columns(["given_up_at", "due_at"]).execute();
    },
  },
  leaseHolders("kernel/0006-holders-of-jobs", "jobs"),
];
