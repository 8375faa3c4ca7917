import { microsecondsFromInstant } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { Agenda } from "../../model/agenda/agenda.ts";
import { agendaTables } from "./agenda.tables.ts";

/** Keeps what holds for an agenda as a whole. */
export async function keepAgenda(db: Database, gatheringId: string, agenda: Agenda): Promise<void> {
  const columns = {
    version: agenda.version,
    asked_version: agenda.askedVersion ?? null,
    consented_version: agenda.consentedVersion ?? null,
    consented_at: agenda.consentedAt === undefined ? null : microsecondsFromInstant(agenda.consentedAt),
    consents: agenda.consents,
    published_version: agenda.publishedVersion ?? null,
    published_at: agenda.publishedAt === undefined ? null : microsecondsFromInstant(agenda.publishedAt),
    published_blocks: JSON.stringify(agenda.publishedBlocks),
  };
  await agendaTables(db)
    .insertInto("agendas")
    .values({ gathering_id: gatheringId, ...columns })
    .onConflict((conflict) => conflict.column("gathering_id").doUpdateSet(columns))
    .execute();
}
