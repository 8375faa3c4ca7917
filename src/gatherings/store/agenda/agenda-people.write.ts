import type { Database } from "../../../kernel/database/database.ts";
import { agendaTables } from "./agenda.tables.ts";

/**
 * Lets go of a person who leaves: what they proposed and what waits of it is gone, what became a block belongs to the agenda and names
 * them no more, and of their consent only the count stays.
 */
export async function forgetInAgendas(db: Database, personId: string): Promise<void> {
  const tables = agendaTables(db);
  await tables.deleteFrom("agenda_items").where("proposer_id", "=", personId).execute();
  await tables.updateTable("agenda_blocks").set({ host_id: null }).where("host_id", "=", personId).execute();
  await tables.updateTable("agenda_consents").set({ reason: "" }).where("person_id", "=", personId).execute();
}

/** Lets go of why somebody objected at a gathering, and of what was declined there; how many objected stays. */
export async function forgetReasons(db: Database, gatheringId: string): Promise<void> {
  const tables = agendaTables(db);
  await tables
    .updateTable("agenda_consents")
    .set({ reason: "" })
    .where("gathering_id", "=", gatheringId)
    .where("answer", "=", "objection")
    .execute();
  await tables
    .deleteFrom("agenda_items")
    .where("gathering_id", "=", gatheringId)
    .where("state", "=", "declined")
    .execute();
}

/** Two turned out to be one person: what stands under `from` stands under `to`, whose own word on a version holds. */
export async function carryInAgendas(db: Database, from: string, to: string): Promise<void> {
  const tables = agendaTables(db);
  await tables.updateTable("agenda_items").set({ proposer_id: to }).where("proposer_id", "=", from).execute();
  await tables.updateTable("agenda_blocks").set({ host_id: to }).where("host_id", "=", from).execute();
  const said = await tables
    .selectFrom("agenda_consents")
    .select(["gathering_id", "version"])
    .where("person_id", "=", to)
    .execute();
  for (const { gathering_id: gatheringId, version } of said) {
    await tables
      .deleteFrom("agenda_consents")
      .where("gathering_id", "=", gatheringId)
      .where("version", "=", version)
      .where("person_id", "=", from)
      .execute();
  }
  await tables.updateTable("agenda_consents").set({ person_id: to }).where("person_id", "=", from).execute();
}
