import type { Microseconds } from "../base/time.ts";
import type { SchemaStep } from "../database/migrate.ts";

/** What stands in every row that one of several processes takes in hand. */
export type Held = {
  /** How often it was begun, this time included; not when its holder died with it in hand. */
  readonly attempts: number;
  /** Until then a process has it in hand, or it is left to wait; null or past when anyone may take it. */
  readonly leased_until: Microseconds | null;
  /** Who has it in hand, as `DatabaseHandle.holder` names itself; null for nobody. */
  readonly holder: string | null;
  /** How often its holder was gone before it was done. */
  readonly abandoned: number;
  readonly last_error: string | null;
  /** Set when it is not tried again by itself; it stays for the operator to see, and holds nothing up. */
  readonly given_up_at: Microseconds | null;
};

/** The step of the schema that has a table say who holds its rows. */
export function leaseHolders(name: string, table: string): SchemaStep {
  return {
    name,
    async up(database) {
      await database.schema.alterTable(table).addColumn("holder", "text").execute();
      await database.schema
        .alterTable(table)
        .addColumn("abandoned", "bigint", (column) => column.notNull().defaultTo(0))
        .execute();
      await database.schema.createIndex(`${table}_holder`).on(table).column("holder").execute();
    },
  };
}
