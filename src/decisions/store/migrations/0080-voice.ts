import { keptByKey } from "../../../kernel/database/keyed-rows.ts";
import type { SchemaStep } from "../../../kernel/database/migrate.ts";

/** A voice when one is away: handed to somebody, given by phone, or lent to a guest; and what was counted so. */
export const voiceStep: SchemaStep = {
  name: "decisions/0080-voice",
  async up({ schema }, engine) {
    await schema
      .createTable("voice_limits")
      .addColumn("community_id", "text", (column) => column.primaryKey())
      .addColumn("most", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createTable("handed_voices")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("community_id", "text", (column) => column.notNull())
      .addColumn("giver_id", "text", (column) => column.notNull())
      .addColumn("holder_id", "text", (column) => column.notNull())
      .addColumn("scope", "text", (column) => column.notNull())
      .addColumn("subject", "text", (column) => column.notNull())
      .addColumn("offered_at", "bigint", (column) => column.notNull())
      .addColumn("accepted_at", "bigint")
      .addColumn("ends_at", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("handed_voices_in_force")
      .on("handed_voices")
      .columns(["community_id", "ends_at", "id"])
      .execute();
    await schema.createIndex("handed_voices_of_giver").on("handed_voices").columns(["giver_id", "ends_at"]).execute();
    await schema.createIndex("handed_voices_of_holder").on("handed_voices").columns(["holder_id", "ends_at"]).execute();
    await keptByKey(
      schema
        .createTable("spoken_voices")
        .addColumn("proposal_id", "text", (column) => column.notNull())
        .addColumn("giver_id", "text", (column) => column.notNull())
        .addColumn("next_id", "text", (column) => column.notNull())
        .addColumn("speaker_id", "text", (column) => column.notNull())
        .addColumn("ballot", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("spoken_voices_key", ["proposal_id", "giver_id"]),
      engine,
    ).execute();
    for (const who of ["giver", "next", "speaker"]) {
      await schema.createIndex(`spoken_voices_of_${who}`).on("spoken_voices").column(`${who}_id`).execute();
    }
    await keptByKey(
      schema
        .createTable("recorded_stances")
        .addColumn("proposal_id", "text", (column) => column.notNull())
        .addColumn("person_id", "text", (column) => column.notNull())
        .addColumn("recorder_id", "text", (column) => column.notNull())
        .addColumn("note", "text", (column) => column.notNull())
        .addColumn("recorded_at", "bigint", (column) => column.notNull())
        .addColumn("state", "text", (column) => column.notNull())
        .addPrimaryKeyConstraint("recorded_stances_key", ["proposal_id", "person_id"]),
      engine,
    ).execute();
    for (const who of ["person", "recorder"]) {
      await schema.createIndex(`recorded_stances_of_${who}`).on("recorded_stances").column(`${who}_id`).execute();
    }
    await schema
      .createTable("proposal_guests")
      .addColumn("id", "text", (column) => column.primaryKey())
      .addColumn("proposal_id", "text", (column) => column.notNull())
      .addColumn("name", "text", (column) => column.notNull())
      .addColumn("standing", "text", (column) => column.notNull())
      .addColumn("token_hash", "text", (column) => column.notNull().unique())
      .addColumn("inviter_id", "text", (column) => column.notNull())
      .addColumn("invited_at", "bigint", (column) => column.notNull())
      .addColumn("revoked_at", "bigint")
      .addColumn("ballot", "text")
      .addColumn("reason", "text", (column) => column.notNull())
      .addColumn("answers", "bigint", (column) => column.notNull())
      .execute();
    await schema
      .createIndex("proposal_guests_of_proposal")
      .on("proposal_guests")
      .columns(["proposal_id", "invited_at"])
      .execute();
    await schema.createIndex("proposal_guests_of_inviter").on("proposal_guests").column("inviter_id").execute();
    await schema
      .createTable("voice_counts")
      .addColumn("proposal_id", "text", (column) => column.primaryKey())
      .addColumn("by_proxy", "bigint", (column) => column.notNull())
      .addColumn("by_phone", "bigint", (column) => column.notNull())
      .addColumn("unconfirmed", "bigint", (column) => column.notNull())
      .addColumn("guests", "bigint", (column) => column.notNull())
      .addColumn("advisory", "bigint", (column) => column.notNull())
      .execute();
  },
};
