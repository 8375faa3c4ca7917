import type { Database } from "../../../kernel/database/database.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import { offsetsOf } from "../../model/agenda/block.ts";
import { agendaOf } from "../../store/agenda/agendas.read.ts";
import type { HeldSession } from "../../store/sessions.read.ts";

/** The agenda as last published, as paragraphs of a session's event: a heading, and a line for each block with its time of day. */
export async function agendaParagraphs(db: Database, t: Translator, session: HeldSession): Promise<readonly string[]> {
  const { publishedBlocks } = await agendaOf(db, session.gatheringId);
  if (publishedBlocks.length === 0) return [];
  const offsets = offsetsOf(publishedBlocks);
  const lines = publishedBlocks.map(({ title, minutes }, place) => {
    const start = session.startsAt.add({ minutes: offsets[place] ?? 0 });
    return t("gatherings.agenda.fediverse.line", { time: t.timeOfDay(start, session.time.zone), title, minutes });
  });
  return [t("gatherings.agenda.fediverse.heading"), lines.join("\n")];
}
