import { instantFromMicroseconds } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { agendaTables } from "./agenda.tables.ts";

/** One thing kept of a person, as plain values by name. */
type KeptRecord = Readonly<Record<string, string | number>>;

/** All that agendas keep of a person: what they proposed, what they host, and whether they consented. */
export async function agendasOfPerson(
  db: Database,
  personId: string,
): Promise<Readonly<Record<string, readonly KeptRecord[]>>> {
  const tables = agendaTables(db);
  const items = await tables.selectFrom("agenda_items").selectAll().where("proposer_id", "=", personId).execute();
  const blocks = await tables.selectFrom("agenda_blocks").selectAll().where("host_id", "=", personId).execute();
  const consents = await tables.selectFrom("agenda_consents").selectAll().where("person_id", "=", personId).execute();
  return {
    agendaItems: items.map((row) => ({
      gathering: row.gathering_id,
      title: row.title,
      note: row.note,
      state: row.state,
      reason: row.reason,
      proposed: instantText(row.proposed_at),
      ...(row.minutes !== null && { minutes: row.minutes }),
    })),
    agendaBlocks: blocks.map((row) => ({ gathering: row.gathering_id, block: row.id, title: row.title })),
    agendaConsents: consents.map((row) => ({
      gathering: row.gathering_id,
      version: row.version,
      answer: row.answer,
      reason: row.reason,
      given: instantText(row.given_at),
    })),
  };
}

function instantText(microseconds: number): string {
  return instantFromMicroseconds(microseconds).toString();
}
