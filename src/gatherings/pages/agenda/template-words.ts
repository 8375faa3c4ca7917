import { isLanguage } from "../../../kernel/i18n/language.ts";
import type { Translator } from "../../../kernel/i18n/translator.ts";
import type { TemplateBlock } from "../../model/agenda/templates.ts";
import type { GatheringVisit } from "../visit.ts";

/** Words in the gathering's language, in which its agenda is written, whoever reads the page. */
export function wordsOfGathering({ application, gathering }: GatheringVisit): Translator {
  const [primary = ""] = gathering.language.split("-");
  return application.translations.translator(isLanguage(primary) ? primary : "en", gathering.zone);
}

/** The blocks of a template as the command takes them, put into words. */
export function wordedBlocks(t: Translator, blocks: readonly TemplateBlock[]) {
  return blocks.map(({ words, minutes, structure, notes }) => ({
    title: t(`gatherings.agenda.block.${words}.title`),
    purpose: t(`gatherings.agenda.block.${words}.purpose`),
    minutes,
    structure,
    notes,
  }));
}
