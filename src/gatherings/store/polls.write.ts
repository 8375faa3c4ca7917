import type { Database } from "../../kernel/database/database.ts";
import { prepared } from "../../kernel/database/prepared.ts";
import { microsecondsFromInstant } from "../../kernel/base/time.ts";
import type { Availability, PersonAvailability } from "../model/availability.ts";
import type { SlotId } from "../model/gathering.ts";
import type { SchedulingPoll } from "./polls.read.ts";
import { gatheringTables, type AnswererRow, type AnswerRow } from "./gatherings.tables.ts";

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
      none_label: poll.noneLabel ?? null,
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

/** Writes what a person answers from now on in a poll, of which `before` is there already: only what is new is written. */
export async function writeAnswer(
  db: Database,
  pollId: string,
  before: PersonAvailability | undefined,
  after: PersonAvailability,
  now: Temporal.Instant,
): Promise<void> {
  await writeAnswerer(db, {
    poll_id: pollId,
    person_id: after.person,
    answered_at: microsecondsFromInstant(now),
    note: after.note,
    native_votes: JSON.stringify(after.nativeVotes.map((vote) => vote.chosen)),
  });
  const known = before?.availability ?? new Map<SlotId, Availability>();
  for (const [slot, availability] of after.availability) {
    if (known.get(slot) === availability) continue;
    await writeSlotAnswer(db, { poll_id: pollId, slot_id: slot, person_id: after.person, availability });
  }
  for (const slot of known.keys()) {
    if (!after.availability.has(slot)) await removeSlotAnswer(db, { pollId, slot, person: after.person });
  }
}

const writeAnswerer = prepared((db, { poll_id, person_id, answered_at, note, native_votes }: AnswererRow) =>
  gatheringTables(db)
    .insertInto("scheduling_answerers")
    .values({ poll_id, person_id, answered_at, note, native_votes })
    .onConflict((conflict) =>
      conflict.columns(["poll_id", "person_id"]).doUpdateSet({ answered_at, note, native_votes }),
    ),
);

const writeSlotAnswer = prepared((db, { poll_id, slot_id, person_id, availability }: AnswerRow) =>
  gatheringTables(db)
    .insertInto("scheduling_answers")
    .values({ poll_id, slot_id, person_id, availability })
    .onConflict((conflict) => conflict.columns(["poll_id", "person_id", "slot_id"]).doUpdateSet({ availability })),
);

const removeSlotAnswer = prepared((db, given: { pollId: string; slot: string; person: string }) =>
  gatheringTables(db)
    .deleteFrom("scheduling_answers")
    .where("poll_id", "=", given.pollId)
    .where("slot_id", "=", given.slot)
    .where("person_id", "=", given.person),
);
