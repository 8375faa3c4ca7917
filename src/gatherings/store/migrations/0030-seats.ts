import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Kinds of seats that a gathering opens instead of places for anybody, and the seat of each RSVP. */
export const seatsStep: SchemaStep = {
  name: "gatherings/0030-seats",
  async up({ schema }) {
    await schema.alterTable("gathering_rsvps").addColumn("seat", "text").execute();
    await schema.alterTable("gathering_rsvps").addColumn("instance", "text").execute();
    await schema
      .createTable("gathering_seat_kinds")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("kind", "text", (column) => column.notNull())
      .addColumn("capacity", "bigint")
      .addPrimaryKeyConstraint("gathering_seat_kinds_key", ["gathering_id", "kind"])
      .execute();
    await schema
      .createTable("gathering_seating")
      .addColumn("gathering_id", "text", (column) => column.primaryKey())
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("set_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
