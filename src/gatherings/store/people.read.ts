import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Database } from "../../kernel/database/database.ts";
import { gatheringTables } from "./gatherings.tables.ts";

/** One thing kept of a person, as plain values by name. */
type KeptRecord = Readonly<Record<string, string | number>>;

/** All that gatherings keep of a person, by list, for them to take along. */
export async function keptOfPerson(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const tables = gatheringTables(db);
  const interest = await tables
    .selectFrom("gathering_interest")
    .selectAll()
    .where("person_id", "=", personId)
    .execute();
  const notes = await tables.selectFrom("scheduling_answerers").selectAll().where("person_id", "=", personId).execute();
  const answers = await tables
    .selectFrom("scheduling_answers")
    .selectAll()
    // By way of the polls, since the answers of each lie together.
    .where(
      "poll_id",
      "in",
      tables.selectFrom("scheduling_answerers").select("poll_id").where("person_id", "=", personId),
    )
    .where("person_id", "=", personId)
    .execute();
  const rsvps = await tables.selectFrom("gathering_rsvps").selectAll().where("person_id", "=", personId).execute();
  return {
    interest: interest.map((row) => ({ gathering: row.gathering_id, joined: instantText(row.joined_at) })),
    availability: answers.map((row) => ({ poll: row.poll_id, slot: row.slot_id, answer: row.availability })),
    notes: notes.flatMap((row) => (row.note === null ? [] : [{ poll: row.poll_id, note: row.note }])),
    rsvps: rsvps.map((row) => ({
      session: row.session_id,
      answer: row.answer,
      ...(row.seat !== null && { seat: row.seat }),
      ...(row.instance !== null && { instance: row.instance }),
      people: row.people,
      standing: row.standing,
      answered: instantText(row.answered_at),
    })),
  };
}

/** The gatherings in which a person stands in any list. */
export async function gatheringsOfPerson(
  db: Database,
  personId: string,
): Promise<readonly { readonly gatheringId: string; readonly communityId: string }[]> {
  const tables = gatheringTables(db);
  const interested = tables.selectFrom("gathering_interest").select("gathering_id").where("person_id", "=", personId);
  const answered = tables
    .selectFrom("scheduling_answerers as answerer")
    .innerJoin("scheduling_polls as poll", "poll.id", "answerer.poll_id")
    .select("poll.gathering_id")
    .where("answerer.person_id", "=", personId);
  const coming = tables
    .selectFrom("gathering_rsvps as rsvp")
    .innerJoin("gathering_sessions as session", "session.id", "rsvp.session_id")
    .select("session.gathering_id")
    .where("rsvp.person_id", "=", personId);
  const organising = tables.selectFrom("gatherings").select("id as gathering_id").where("organiser_id", "=", personId);
  const rows = await tables
    .selectFrom("gatherings")
    .select(["id", "community_id"])
    .where("id", "in", interested.union(answered).union(coming).union(organising))
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ gatheringId: row.id, communityId: row.community_id }));
}

function instantText(microseconds: number): string {
  return instantFromMicroseconds(microseconds).toString();
}
