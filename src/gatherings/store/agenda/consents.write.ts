import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { agendaTables } from "./agenda.tables.ts";
import type { AgendaConsent } from "./consents.read.ts";

/** Keeps a person's word on a version of an agenda, in the place of what they said before. */
export async function keepConsent(
  db: Database,
  gatheringId: string,
  consent: AgendaConsent,
  now: Temporal.Instant,
): Promise<void> {
  const said = { answer: consent.answer, reason: consent.reason, given_at: microsecondsFromInstant(now) };
  await agendaTables(db)
    .insertInto("agenda_consents")
    .values({ gathering_id: gatheringId, version: consent.version, person_id: consent.personId, ...said })
    .onConflict((conflict) => conflict.columns(["gathering_id", "version", "person_id"]).doUpdateSet(said))
    .execute();
}
