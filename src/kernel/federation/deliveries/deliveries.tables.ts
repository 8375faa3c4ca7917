import type { Microseconds } from "../../base/time.ts";
import type { Database } from "../../database/database.ts";
import type { SchemaStep } from "../../database/migrate.ts";
import { leaseHolders, type Held } from "../../jobs/held.ts";

/** Something that was said, once, however many it goes to. */
export type OutgoingActivityRow = {
  /** The activity's id, a URI of ours. */
  readonly id: string;
  /** The id of the local actor that said it. */
  readonly sender: string;
  /** The document as it travels, as JSON text: what is signed and served is this, to the letter. */
  readonly document: string;
  /** 1 when the world may read it. */
  readonly is_public: number;
  readonly created_at: Microseconds;
};

/** One activity to one address. It is deleted when the other server took it. */
export type DeliveryRow = Held & {
  /** UUIDv7: what was said first goes first. */
  readonly id: string;
  readonly activity: string;
  /** `inbox`: the address is an inbox, often one that a whole server shares. `actor`: it is an actor's, whose inbox is asked for. */
  readonly kind: string;
  readonly address: string;
  readonly host: string;
  readonly created_at: Microseconds;
  readonly due_at: Microseconds;
};

/** What is remembered of a host we deliver to, while there is something to remember. */
export type DeliveryHostRow = {
  readonly host: string;
  /** Failures in a row. */
  readonly failures: number;
  /** The circuit is open until then: nothing is tried. */
  readonly closed_until: Microseconds;
  /** `rfc9421` when it refuses the usual signatures; else `cavage`. */
  readonly scheme: string;
  readonly updated_at: Microseconds;
};

export type DeliveryTables = {
  readonly outgoing_activities: OutgoingActivityRow;
  readonly deliveries: DeliveryRow;
  readonly delivery_hosts: DeliveryHostRow;
};

/** The database, seen as the tables of deliveries. */
export function deliveryTables(database: Database) {
  return database.withTables<DeliveryTables>();
}

export const deliverySchema: readonly SchemaStep[] = [
  {
    name: "kernel/federation-0004-deliveries",
    async up(database) {
      await database.schema
        .createTable("outgoing_activities")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("sender", "text", (column) => column.notNull())
        .addColumn("document", "text", (column) => column.notNull())
        .addColumn("is_public", "bigint", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .execute();
      await database.schema
        .createTable("deliveries")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("activity", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("address", "text", (column) => column.notNull())
        .addColumn("host", "text", (column) => column.notNull())
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("due_at", "bigint", (column) => column.notNull())
        .addColumn("attempts", "bigint", (column) => column.notNull())
        .addColumn("leased_until", "bigint")
        .addColumn("last_error", "text")
        .addColumn("given_up_at", "bigint")
        .execute();
      await database.schema
        .createTable("delivery_hosts")
        .addColumn("host", "text", (column) => column.primaryKey())
        .addColumn("failures", "bigint", (column) => column.notNull())
        .addColumn("closed_until", "bigint", (column) => column.notNull())
        .addColumn("scheme", "text", (column) => column.notNull())
        .addColumn("updated_at", "bigint", (column) => column.notNull())
        .execute();
      const index = (name: string, table: string, columns: readonly string[]) =>
        database.schema
          .createIndex(name)
          .on(table)
          .columns([...columns]);
      await index("outgoing_activities_said", "outgoing_activities", ["sender", "is_public", "created_at"]).execute();
      await index("outgoing_activities_age", "outgoing_activities", ["is_public", "created_at"]).execute();
      await index("deliveries_once", "deliveries", ["activity", "address"]).unique().execute();
      await index("deliveries_due", "deliveries", ["given_up_at", "due_at"]).execute();
      await index("deliveries_order", "deliveries", ["address", "id"]).execute();
      await index("delivery_hosts_age", "delivery_hosts", ["updated_at"]).execute();
    },
  },
  leaseHolders("kernel/federation-0006-holders-of-deliveries", "deliveries"),
];
