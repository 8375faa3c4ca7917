import type { Application } from "../../kernel/application.ts";
import { isLanguage } from "../../kernel/i18n/language.ts";
import type { Translator } from "../../kernel/i18n/translator.ts";

/** The translator for what a community says to the world: in the language of the thread, with times in the zone agreed. */
export function voiceIn(application: Application, language: string, zone: string): Translator {
  const [primary = ""] = language.split("-");
  return application.translations.translator(isLanguage(primary) ? primary : "en", zone);
}
