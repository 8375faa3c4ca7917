import type { Microseconds } from "../base/time.ts";
import type { Database } from "../database/database.ts";
import type { SchemaStep } from "../database/migrate.ts";

/**
 * `queued`: to be sent now. `held`: after the quiet hours. `sent`: handed over to the fediverse's queue or taken by the mail server.
 * `dropped`: not sent and never will be; `reason` says why.
 */
export type NoticeState = "queued" | "held" | "sent" | "dropped";

/** One thing that one person is told. Kept for a while after it was sent, so that it is not told again. */
export type NoticeRow = {
  /** Makes the message recognisable when it is sent twice. */
  readonly id: string;
  /** A person's id; the SHA-256 of an actor's URI for the answer to somebody who may be nobody here. */
  readonly recipient: string;
  readonly is_to_actor: number;
  /** Unique per recipient. */
  readonly matter: string;
  readonly kind: string;
  /** The local actor that speaks. */
  readonly sender: string;
  readonly message_key: string;
  /** As JSON, until it is settled: afterwards nobody needs what may name other people. */
  readonly message_values: string;
  readonly path: string | null;
  readonly is_urgent: number;
  /** BCP 47, as the answered message said of itself; null for people, who have a language. */
  readonly language: string | null;
  /** The answered object, until it is settled. */
  readonly in_reply_to: string | null;
  /** From then on it is no news. */
  readonly until: Microseconds | null;
  readonly state: NoticeState;
  readonly due_at: Microseconds;
  readonly way: string | null;
  /** The actor a person was told by, so that a STOP in reply is understood; the actor to answer, until it is settled; null for e-mail. */
  readonly sent_to: string | null;
  readonly created_at: Microseconds;
  /** When it was sent or dropped. */
  readonly settled_at: Microseconds | null;
  readonly reason: string | null;
};

export type NoticeTables = { readonly notices: NoticeRow };

/** The database, seen as the table of notices. */
export function noticeTables(database: Database) {
  return database.withTables<NoticeTables>();
}

export const noticeSchema: readonly SchemaStep[] = [
  {
    name: "kernel/0005-notices",
    async up(database) {
      await database.schema
        .createTable("notices")
        .addColumn("id", "text", (column) => column.primaryKey())
        .addColumn("recipient", "text", (column) => column.notNull())
        .addColumn("is_to_actor", "bigint", (column) => column.notNull())
        .addColumn("matter", "text", (column) => column.notNull())
        .addColumn("kind", "text", (column) => column.notNull())
        .addColumn("sender", "text", (column) => column.notNull())
        .addColumn("message_key", "text", (column) => column.notNull())
        .addColumn("message_values", "text", (column) => column.notNull())
        .addColumn("path", "text")
        .addColumn("is_urgent", "bigint", (column) => column.notNull())
        .addColumn("language", "text")
        .addColumn("in_reply_to", "text")
        .addColumn("until", "bigint")
        .addColumn("state", "text", (column) => column.notNull())
        .addColumn("due_at", "bigint", (column) => column.notNull())
        .addColumn("way", "text")
        .addColumn("sent_to", "text")
        .addColumn("created_at", "bigint", (column) => column.notNull())
        .addColumn("settled_at", "bigint")
        .addColumn("reason", "text")
        .addUniqueConstraint("notices_once", ["recipient", "matter"])
        .execute();
      await database.schema
        .createIndex("notices_in_order")
        .on("notices")
        .columns(["recipient", "state", "id"])
        .execute();
      await database.schema.createIndex("notices_sent_to").on("notices").columns(["sent_to", "sender", "id"]).execute();
      await database.schema.createIndex("notices_created").on("notices").column("created_at").execute();
    },
  },
];
