import { instantOrNone } from "../../../kernel/base/time.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { unwrittenAgenda, type Agenda, type PublishedBlock } from "../../model/agenda/agenda.ts";
import { agendaTables } from "./agenda.tables.ts";

/** What holds for a gathering's agenda as a whole. */
export async function agendaOf(db: Database, gatheringId: string): Promise<Agenda> {
  const row = await agendaTables(db)
    .selectFrom("agendas")
    .selectAll()
    .where("gathering_id", "=", gatheringId)
    .executeTakeFirst();
  if (row === undefined) return unwrittenAgenda;
  return {
    version: row.version,
    askedVersion: row.asked_version ?? undefined,
    consentedVersion: row.consented_version ?? undefined,
    consentedAt: instantOrNone(row.consented_at),
    consents: row.consents,
    publishedVersion: row.published_version ?? undefined,
    publishedAt: instantOrNone(row.published_at),
    // Our own writing, a moment or years ago.
    publishedBlocks: JSON.parse(row.published_blocks) as readonly PublishedBlock[],
  };
}
