import type { Database } from "../../kernel/database/database.ts";
import { prepared } from "../../kernel/database/prepared.ts";
import { instantFromMicroseconds } from "../../kernel/base/time.ts";
import type { Availability, PersonAvailability } from "../model/availability.ts";
import type { GatheringId, NativePollId, PersonId, SchedulingPollId, SlotId } from "../model/gathering.ts";
import { gatheringTables, type SchedulingPollRow } from "./gatherings.tables.ts";

/** A scheduling poll without its answers. */
export interface SchedulingPoll {
  readonly id: SchedulingPollId;
  readonly gatheringId: GatheringId;
  readonly lengthMinutes: number;
  readonly zone: string;
  readonly openedAt: Temporal.Instant;
  readonly closesAt: Temporal.Instant;
  readonly closedAt: Temporal.Instant | undefined;
  /** The text of the option "none of these" in the native poll, or undefined when that does not offer it. */
  readonly noneLabel: string | undefined;
  readonly slots: readonly PollSlot[];
}

/** A slot of a poll, in the order of the poll. */
export interface PollSlot {
  readonly id: SlotId;
  readonly start: Temporal.PlainDateTime;
  /** The option's text in the native poll, or undefined when it does not list this slot. */
  readonly nativeLabel: string | undefined;
}

/** The newest scheduling poll of a gathering, open or closed. */
export async function pollOfGathering(db: Database, gatheringId: string): Promise<SchedulingPoll | undefined> {
  const { rows } = await newestOf(db, { gatheringId });
  return rows[0] === undefined ? undefined : withSlots(db, rows[0]);
}

const newestOf = prepared((db, given: { gatheringId: string }) =>
  gatheringTables(db)
    .selectFrom("scheduling_polls")
    .selectAll()
    .where("gathering_id", "=", given.gatheringId)
    .orderBy("opened_at", "desc")
    .limit(1),
);

export async function pollById(db: Database, id: string): Promise<SchedulingPoll | undefined> {
  const row = await gatheringTables(db)
    .selectFrom("scheduling_polls")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  return row === undefined ? undefined : withSlots(db, row);
}

/** What one person answered; undefined when nothing yet. */
export async function answerOf(
  db: Database,
  pollId: string,
  personId: string,
): Promise<PersonAvailability | undefined> {
  const [answerer] = (await answererOf(db, { pollId, personId })).rows;
  if (answerer === undefined) return undefined;
  const { rows } = await slotAnswersOf(db, { pollId, personId });
  return personAvailability(answerer, rows);
}

const answererOf = prepared((db, given: { pollId: string; personId: string }) =>
  gatheringTables(db)
    .selectFrom("scheduling_answerers")
    .selectAll()
    .where("poll_id", "=", given.pollId)
    .where("person_id", "=", given.personId),
);

const slotAnswersOf = prepared((db, given: { pollId: string; personId: string }) =>
  gatheringTables(db)
    .selectFrom("scheduling_answers")
    .select(["slot_id", "availability"])
    .where("poll_id", "=", given.pollId)
    .where("person_id", "=", given.personId),
);

/** What everybody answered; at most `limit` people, so that a page never reads without end. */
export async function answersOf(db: Database, pollId: string, limit: number): Promise<readonly PersonAvailability[]> {
  const tables = gatheringTables(db);
  const answerers = await tables
    .selectFrom("scheduling_answerers")
    .selectAll()
    .where("poll_id", "=", pollId)
    .orderBy("answered_at")
    .orderBy("person_id")
    .limit(limit)
    .execute();
  const answers = await tables
    .selectFrom("scheduling_answers")
    .select(["person_id", "slot_id", "availability"])
    .where("poll_id", "=", pollId)
    .execute();
  const byPerson = Map.groupBy(answers, (row) => row.person_id);
  return answerers.map((answerer) => personAvailability(answerer, byPerson.get(answerer.person_id) ?? []));
}

/** How many people said yes to each slot, for the native poll's totals. */
export async function yesCounts(db: Database, pollId: string): Promise<ReadonlyMap<SlotId, number>> {
  const rows = await gatheringTables(db)
    .selectFrom("scheduling_answers")
    .select(["slot_id", (expression) => expression.fn.countAll<number>().as("count")])
    .where("poll_id", "=", pollId)
    .where("availability", "=", "yes")
    .groupBy("slot_id")
    .execute();
  return new Map(rows.map((row) => [row.slot_id as SlotId, row.count]));
}

/** How many people said no to every one of these slots: whoever chose "none of these", or said so on the page. */
export async function countNone(db: Database, pollId: string, slots: readonly SlotId[]): Promise<number> {
  const people = gatheringTables(db)
    .selectFrom("scheduling_answers")
    .select("person_id")
    .where("poll_id", "=", pollId)
    .where("slot_id", "in", [...slots])
    .where("availability", "=", "no")
    .groupBy("person_id")
    .having((expression) => expression.fn.countAll<number>(), "=", slots.length);
  const row = await db
    .selectFrom(people.as("people"))
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .executeTakeFirstOrThrow();
  return row.count;
}

export async function countAnswerers(db: Database, pollId: string): Promise<number> {
  const row = await gatheringTables(db)
    .selectFrom("scheduling_answerers")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("poll_id", "=", pollId)
    .executeTakeFirstOrThrow();
  return row.count;
}

/** People on the interest list who have not answered, a page at a time. */
export async function unansweredPeople(
  db: Database,
  poll: { readonly id: string; readonly gatheringId: string },
  page: { readonly after: string; readonly limit: number },
): Promise<readonly PersonId[]> {
  const rows = await gatheringTables(db)
    .selectFrom("gathering_interest as interest")
    .select("interest.person_id")
    .where("interest.gathering_id", "=", poll.gatheringId)
    .where("interest.left_at", "is", null)
    .where("interest.person_id", ">", page.after)
    .where((expression) =>
      expression.not(
        expression.exists(
          expression
            .selectFrom("scheduling_answerers as answerer")
            .select("answerer.person_id")
            .where("answerer.poll_id", "=", poll.id)
            .whereRef("answerer.person_id", "=", "interest.person_id"),
        ),
      ),
    )
    .orderBy("interest.person_id")
    .limit(page.limit)
    .execute();
  return rows.map((row) => row.person_id as PersonId);
}

async function withSlots(db: Database, row: SchedulingPollRow): Promise<SchedulingPoll> {
  const { rows: slots } = await slotsOf(db, { pollId: row.id });
  return {
    id: row.id as SchedulingPollId,
    gatheringId: row.gathering_id as GatheringId,
    lengthMinutes: row.length_minutes,
    zone: row.zone,
    openedAt: instantFromMicroseconds(row.opened_at),
    closesAt: instantFromMicroseconds(row.closes_at),
    closedAt: row.closed_at === null ? undefined : instantFromMicroseconds(row.closed_at),
    noneLabel: row.none_label ?? undefined,
    slots: slots.map((slot) => ({
      id: slot.id as SlotId,
      start: Temporal.PlainDateTime.from(slot.starts),
      nativeLabel: slot.native_label ?? undefined,
    })),
  };
}

const slotsOf = prepared((db, given: { pollId: string }) =>
  gatheringTables(db)
    .selectFrom("scheduling_slots")
    .select(["id", "starts", "native_label"])
    .where("poll_id", "=", given.pollId)
    .orderBy("position"),
);

function personAvailability(
  answerer: {
    readonly poll_id: string;
    readonly person_id: string;
    readonly note: string | null;
    readonly native_votes: string;
  },
  rows: readonly { readonly slot_id: string; readonly availability: string }[],
): PersonAvailability {
  const votes = JSON.parse(answerer.native_votes) as readonly (SlotId | "none")[];
  return {
    person: answerer.person_id as PersonId,
    availability: new Map(rows.map((row) => [row.slot_id as SlotId, row.availability as Availability])),
    note: answerer.note,
    // One native poll goes out per scheduling poll and bears its id.
    nativeVotes: votes.map((chosen) => ({ poll: answerer.poll_id as NativePollId, chosen })),
  };
}
