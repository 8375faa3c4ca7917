import { isLanguage } from "../../kernel/i18n/language.ts";
import { gatheringCatalogues } from "../messages/catalogue.ts";
import { rsvpOptions } from "./composed-rsvp.ts";

/** The answer whose option text this is, in the language of the gathering or, leniently, in any other of ours. */
export function optionMeant(language: string, option: string): (typeof rsvpOptions)[number] | undefined {
  const [primary = ""] = language.split("-");
  const preferred = isLanguage(primary) ? [gatheringCatalogues[primary]] : [];
  for (const messages of [...preferred, ...Object.values(gatheringCatalogues)]) {
    const meant = rsvpOptions.find((answer) => messages[`gatherings.rsvp.${answer}`] === option);
    if (meant !== undefined) return meant;
  }
  return undefined;
}
