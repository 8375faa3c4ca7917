import type { Database } from "../../../kernel/database/database.ts";
import { gatheringTables } from "../gatherings.tables.ts";
import { agendaTables } from "../agenda/agenda.tables.ts";
import { outreachTables } from "../outreach/outreach.tables.ts";
import { questionTables } from "./questions.tables.ts";

/** The gatherings of a community of which answers, reasons, declined items or contacts are kept, among its thousand newest. */
export async function gatheringsWithAnswers(db: Database, communityId: string): Promise<readonly string[]> {
  const gatherings = await gatheringTables(db)
    .selectFrom("gatherings")
    .select("id")
    .where("community_id", "=", communityId)
    .orderBy("announced_at", "desc")
    .limit(1000)
    .execute();
  const ids = gatherings.map(({ id }) => id);
  if (ids.length === 0) return [];
  const kept = await Promise.all([
    questionTables(db)
      .selectFrom("gathering_question_answers")
      .select("gathering_id")
      .where("gathering_id", "in", ids)
      .distinct()
      .execute(),
    agendaTables(db)
      .selectFrom("agenda_consents")
      .select("gathering_id")
      .where("gathering_id", "in", ids)
      .distinct()
      .execute(),
    agendaTables(db)
      .selectFrom("agenda_items")
      .select("gathering_id")
      .where("gathering_id", "in", ids)
      .distinct()
      .execute(),
    outreachTables(db)
      .selectFrom("outreach_targets")
      .select("gathering_id")
      .where("gathering_id", "in", ids)
      .distinct()
      .execute(),
  ]);
  return [...new Set(kept.flat().map((row) => row.gathering_id))];
}

/** Whether somebody comes to a gathering, waits for a place, or may come. */
export async function mayBeThere(db: Database, gatheringId: string, personId: string): Promise<boolean> {
  const row = await gatheringTables(db)
    .selectFrom("gathering_rsvps as rsvp")
    .innerJoin("gathering_sessions as session", "session.id", "rsvp.session_id")
    .select("rsvp.person_id")
    .where("session.gathering_id", "=", gatheringId)
    .where("rsvp.person_id", "=", personId)
    .where("rsvp.answer", "!=", "not-going")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Those of some people who come to a gathering, or may. */
export async function peopleThere(
  db: Database,
  gatheringId: string,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  if (people.length === 0) return new Set();
  const rows = await gatheringTables(db)
    .selectFrom("gathering_rsvps as rsvp")
    .innerJoin("gathering_sessions as session", "session.id", "rsvp.session_id")
    .select("rsvp.person_id")
    .distinct()
    .where("session.gathering_id", "=", gatheringId)
    .where("rsvp.person_id", "in", people)
    .where("rsvp.answer", "!=", "not-going")
    .execute();
  return new Set(rows.map((row) => row.person_id));
}
