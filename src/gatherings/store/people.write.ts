import type { Database } from "../../kernel/database/database.ts";
import { gatheringTables } from "./gatherings.tables.ts";

/** Takes a person out of the interest list of a gathering as if they had never been on it. */
export async function deleteInterest(db: Database, gatheringId: string, personId: string): Promise<void> {
  await gatheringTables(db)
    .deleteFrom("gathering_interest")
    .where("gathering_id", "=", gatheringId)
    .where("person_id", "=", personId)
    .execute();
}

/** Takes back what a person answered in one poll. */
export async function deleteAnswers(db: Database, pollId: string, personId: string): Promise<void> {
  for (const table of ["scheduling_answers", "scheduling_answerers"] as const) {
    await gatheringTables(db)
      .deleteFrom(table)
      .where("poll_id", "=", pollId)
      .where("person_id", "=", personId)
      .execute();
  }
}

/** Removes what a person wrote beside their answers to the polls of a gathering; the answers stay, since they are counted. */
export async function eraseNotes(db: Database, gatheringId: string, personId: string): Promise<void> {
  await gatheringTables(db)
    .updateTable("scheduling_answerers")
    .set({ note: null })
    .where("person_id", "=", personId)
    .where("poll_id", "in", pollsOf(db, gatheringId))
    .execute();
}

export async function deleteRsvp(db: Database, sessionId: string, personId: string): Promise<void> {
  await gatheringTables(db)
    .deleteFrom("gathering_rsvps")
    .where("session_id", "=", sessionId)
    .where("person_id", "=", personId)
    .execute();
}

/** Puts one person's row on the interest list under another, unless the other is on it. */
export async function carryInterest(db: Database, gatheringId: string, from: string, to: string): Promise<void> {
  const tables = gatheringTables(db);
  await tables
    .updateTable("gathering_interest")
    .set({ person_id: to })
    .where("gathering_id", "=", gatheringId)
    .where("person_id", "=", from)
    .where((expression) =>
      expression.not(
        expression.exists(
          expression
            .selectFrom("gathering_interest as own")
            .select("own.person_id")
            .where("own.gathering_id", "=", gatheringId)
            .where("own.person_id", "=", to),
        ),
      ),
    )
    .execute();
  await deleteInterest(db, gatheringId, from);
}

/** Puts what one person answered to the polls of a gathering under another: of two who answered the same poll, the later word holds. */
export async function carryAnswers(db: Database, gatheringId: string, from: string, to: string): Promise<void> {
  const tables = gatheringTables(db);
  const both = await tables
    .selectFrom("scheduling_answerers as one")
    .innerJoin("scheduling_answerers as other", "other.poll_id", "one.poll_id")
    .select(["one.poll_id", "one.answered_at as from_at", "other.answered_at as to_at"])
    .where("one.person_id", "=", from)
    .where("other.person_id", "=", to)
    .where("one.poll_id", "in", pollsOf(db, gatheringId))
    .execute();
  for (const { poll_id: pollId, from_at: fromAt, to_at: toAt } of both)
    await deleteAnswers(db, pollId, fromAt > toAt ? to : from);
  for (const table of ["scheduling_answers", "scheduling_answerers"] as const) {
    await tables
      .updateTable(table)
      .set({ person_id: to })
      .where("person_id", "=", from)
      .where("poll_id", "in", pollsOf(db, gatheringId))
      .execute();
  }
}

/** Puts one person's RSVP to a session under another who has none. */
export async function carryRsvp(db: Database, sessionId: string, from: string, to: string): Promise<void> {
  await gatheringTables(db)
    .updateTable("gathering_rsvps")
    .set({ person_id: to })
    .where("session_id", "=", sessionId)
    .where("person_id", "=", from)
    .execute();
}

export async function carryOrganising(db: Database, gatheringId: string, from: string, to: string): Promise<void> {
  await gatheringTables(db)
    .updateTable("gatherings")
    .set({ organiser_id: to })
    .where("id", "=", gatheringId)
    .where("organiser_id", "=", from)
    .execute();
}

function pollsOf(db: Database, gatheringId: string) {
  return gatheringTables(db).selectFrom("scheduling_polls").select("id").where("gathering_id", "=", gatheringId);
}
