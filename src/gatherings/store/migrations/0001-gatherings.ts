import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** Gatherings, who is interested, scheduling polls with their answers, sessions and RSVPs. */
export const gatheringsStep: SchemaStep = {
  name: "gatherings/0001-gatherings",
  async up(database, engine) {
    const { schema } = database;
    await schema
      .createTable("gatherings")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("handle", "text", (column) => column.notNull().unique())
      .addColumn("title", "text", (column) => column.notNull())
      .addColumn("purpose", "text", (column) => column.notNull())
      .addColumn("description", "text", (column) => column.notNull())
      .addColumn("language", "text", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("state", "text", (column) => column.notNull())
      .addColumn("place", "text", (column) => column.notNull())
      .addColumn("capacity", "bigint")
      .addColumn("audience_capacity", "bigint")
      .addColumn("organiser_id", "text", (column) => column.notNull())
      .addColumn("announced_at", "bigint", (column) => column.notNull())
      .addColumn("changed_at", "bigint", (column) => column.notNull())
      .addColumn("reason", "text", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("gatherings_of_community")
      .on("gatherings")
      .columns(["community_id", "announced_at"])
      .execute();
    await schema.createIndex("gatherings_by_state").on("gatherings").columns(["state", "announced_at"]).execute();
    await schema.createIndex("gatherings_of_organiser").on("gatherings").column("organiser_id").execute();
    await schema
      .createTable("gathering_interest")
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("joined_at", "bigint", (column) => column.notNull())
      .addColumn("left_at", "bigint")
      .addPrimaryKeyConstraint("gathering_interest_key", ["gathering_id", "person_id"])
      .execute();
    await schema.createIndex("gathering_interest_of_person").on("gathering_interest").column("person_id").execute();
    await schema
      .createTable("scheduling_polls")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("length_minutes", "bigint", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("opened_at", "bigint", (column) => column.notNull())
      .addColumn("closes_at", "bigint", (column) => column.notNull())
      .addColumn("closed_at", "bigint")
      .execute();
    await schema
      .createIndex("scheduling_polls_of_gathering")
      .on("scheduling_polls")
      .columns(["gathering_id", "opened_at"])
      .execute();
    await schema
      .createTable("scheduling_slots")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("poll_id", "text", (column) => column.notNull())
      .addColumn("starts", "text", (column) => column.notNull())
      .addColumn("position", "bigint", (column) => column.notNull())
      .addColumn("native_label", "text")
      .addUniqueConstraint("scheduling_slots_once", ["poll_id", "starts"])
      .execute();
    await keptByKey(
      schema
        .createTable("scheduling_answers")
        .addColumn("poll_id", "text", (column) => column.notNull())
        .addColumn("slot_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addColumn("availability", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("scheduling_answers_key", ["poll_id", "person_id", "slot_id"]),
      engine,
    ).execute();
    await keptByKey(
      schema
        .createTable("scheduling_answerers")
        .addColumn("poll_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addColumn("answered_at", "bigint", (column) => column.notNull())
        .addColumn("note", "text")
        .addColumn("native_votes", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("scheduling_answerers_key", ["poll_id", "person_id"]),
      engine,
    ).execute();
    await schema.createIndex("scheduling_answerers_of_person").on("scheduling_answerers").column("person_id").execute();
    await schema
      .createTable("gathering_sessions")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("gathering_id", "text", (column) => column.notNull())
      .addColumn("starts", "text", (column) => column.notNull())
      .addColumn("zone", "text", (column) => column.notNull())
      .addColumn("length_minutes", "bigint", (column) => column.notNull())
      .addColumn("starts_at", "bigint", (column) => column.notNull())
      .addColumn("sequence", "bigint", (column) => column.notNull())
      .addColumn("set_at", "bigint", (column) => column.notNull())
      .addColumn("cancelled_at", "bigint")
      .execute();
    await schema
      .createIndex("gathering_sessions_of")
      .on("gathering_sessions")
      .columns(["gathering_id", "starts_at"])
      .execute();
    await schema.createIndex("gathering_sessions_next").on("gathering_sessions").column("starts_at").execute();
    await schema
      .createTable("gathering_rsvps")
      .addColumn("session_id", "text", (column) => column.notNull())
      .addColumn("person_id", "text", (column) => column.notNull())
      .addColumn("answer", "text", (column) => column.notNull())
      .addColumn("people", "bigint", (column) => column.notNull())
      .addColumn("standing", "text", (column) => column.notNull())
      .addColumn("arrival", "bigint", (column) => column.notNull())
      .addColumn("answered_at", "bigint", (column) => column.notNull())
      .addPrimaryKeyConstraint("gathering_rsvps_key", ["session_id", "person_id"])
      .execute();
    await schema.createIndex("gathering_rsvps_of_person").on("gathering_rsvps").column("person_id").execute();
    await schema
      .createTable("calendar_feeds")
      .addColumn("person_id", "text", (column) => column.primaryKey())
      .addColumn("token_hash", "text", (column) => column.notNull().unique())
      .addColumn("made_at", "bigint", (column) => column.notNull())
      .execute();
  },
};
