import type { Database } from "../../../kernel/database/database.ts";
import type { PersonId } from "../../model/gathering.ts";
import { agendaTables } from "./agenda.tables.ts";

/** A person's word on an agenda. */
export interface AgendaConsent {
  readonly version: number;
  readonly personId: PersonId;
  readonly answer: "consent" | "objection";
  readonly reason: string;
}

const mostObjections = 50;

/** How many consent to a version of an agenda, and how many object. */
export async function consentCounts(
  db: Database,
  gatheringId: string,
  version: number,
): Promise<{ readonly consents: number; readonly objections: number }> {
  const rows = await agendaTables(db)
    .selectFrom("agenda_consents")
    .select("answer")
    .select((expression) => expression.fn.countAll<number>().as("count"))
    .where("gathering_id", "=", gatheringId)
    .where("version", "=", version)
    .groupBy("answer")
    .execute();
  const of = (answer: string) => rows.find((row) => row.answer === answer)?.count ?? 0;
  return { consents: of("consent"), objections: of("objection") };
}

/** Every objection to an agenda, of whichever version, the newest version first. */
export async function objectionsTo(db: Database, gatheringId: string): Promise<readonly AgendaConsent[]> {
  const rows = await agendaTables(db)
    .selectFrom("agenda_consents")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .where("answer", "=", "objection")
    .orderBy("version", "desc")
    .orderBy("person_id")
    .limit(mostObjections)
    .execute();
  return rows.map((row) => ({
    version: row.version,
    personId: row.person_id as PersonId,
    answer: "objection" as const,
    reason: row.reason,
  }));
}

/** What one person said to a version of an agenda. */
export async function consentOf(
  db: Database,
  gatheringId: string,
  version: number,
  personId: string,
): Promise<AgendaConsent["answer"] | undefined> {
  const row = await agendaTables(db)
    .selectFrom("agenda_consents")
    .select("answer")
    .where("gathering_id", "=", gatheringId)
    .where("version", "=", version)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return row === undefined ? undefined : (row.answer as AgendaConsent["answer"]);
}
