import type { Database } from "../../kernel/database/database.ts";
import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { PersonAvailability } from "../model/availability.ts";
import type { SchedulingPoll } from "./polls.read.ts";
import { gatheringTables } from "./gatherings.tables.ts";

export async function insertPoll(db: Database, poll: SchedulingPoll): Promise<void> {
  const tables = gatheringTables(db);
  await tables
    .insertInto("scheduling_polls")
    .values({
      id: poll.id,
      gathering_id: poll.gatheringId,
      length_minutes: poll.lengthMinutes,
      zone: poll.zone,
      opened_at: microsecondsFromInstant(poll.openedAt),
      closes_at: microsecondsFromInstant(poll.closesAt),
      closed_at: null,
    })
    .execute();
  await tables
    .insertInto("scheduling_slots")
    .values(
      poll.slots.map((slot, position) => ({
        id: slot.id,
        poll_id: poll.id,
        starts: slot.start.toString({ smallestUnit: "minute" }),
        position,
        native_label: slot.nativeLabel ?? null,
      })),
    )
    .execute();
}

export async function closePoll(db: Database, pollId: string, now: Temporal.Instant): Promise<void> {
  await gatheringTables(db)
    .updateTable("scheduling_polls")
    .set({ closed_at: microsecondsFromInstant(now) })
    .where("id", "=", pollId)
    .execute();
}

export async function moveClosing(db: Database, pollId: string, closesAt: Temporal.Instant): Promise<void> {
  await gatheringTables(db)
    .updateTable("scheduling_polls")
    .set({ closes_at: microsecondsFromInstant(closesAt) })
    .where("id", "=", pollId)
    .execute();
}

/** Replaces all that a person answered in a poll. */
export async function writeAnswer(
  db: Database,
  pollId: string,
  answer: PersonAvailability,
  now: Temporal.Instant,
): Promise<void> {
  const tables = gatheringTables(db);
  const answerer = {
    answered_at: microsecondsFromInstant(now),
    note: answer.note,
    native_votes: JSON.stringify(answer.nativeVotes.map((vote) => vote.chosen)),
  };
  await tables
    .insertInto("scheduling_answerers")
    .values({ poll_id: pollId, person_id: answer.person, ...answerer })
    .onConflict((conflict) => conflict.columns(["poll_id", "person_id"]).doUpdateSet(answerer))
    .execute();
  await tables
    .deleteFrom("scheduling_answers")
    .where("poll_id", "=", pollId)
    .where("person_id", "=", answer.person)
    .execute();
  const rows = Array.from(answer.availability, ([slot, availability]) => ({
    poll_id: pollId,
    slot_id: slot,
    person_id: answer.person,
    availability,
  }));
  if (rows.length > 0) await tables.insertInto("scheduling_answers").values(rows).execute();
}
