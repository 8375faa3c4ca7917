import { IntlMessageFormat } from "intl-messageformat";
import { languages, type Language } from "../../../src/kernel/i18n/language.ts";
import type { RoomCatalogues } from "./catalogue-files.ts";

type ParsedElements = ReturnType<IntlMessageFormat["getAst"]>;

/** The parser's number for plain text (formatjs, icu-messageformat-parser, TYPE). */
const literal = 0;

/** What is wrong with the texts themselves: keys that a language lacks, messages that cannot be read or that ask for other values. */
export function unlikeTexts(room: RoomCatalogues): readonly string[] {
  const keys = new Set(languages.flatMap((language) => [...room.texts[language].keys()]));
  return [...keys].flatMap((key) => {
    const lacking = languages.filter((language) => !room.texts[language].has(key));
    if (lacking.length > 0) return [`${room.folder}: ${key} has no text in ${lacking.join(", ")}`];
    return unlikeTranslations(room, key);
  });
}

function unlikeTranslations(room: RoomCatalogues, key: string): readonly string[] {
  const english = demandsOf("en", room.texts.en.get(key) ?? "");
  return languages.flatMap((language) => {
    const place = `${room.folder}/${language}.json: ${key}`;
    const text = room.texts[language].get(key) ?? "";
    if (text.trim() === "") return [`${place} is empty`];
    const demands = demandsOf(language, text);
    if (typeof demands === "string") return [`${place} cannot be read: ${demands}`];
    if (typeof english === "string" || demands.join() === english.join()) return [];
    return [`${place} asks for ${demands.join(" ") || "nothing"}, but in en for ${english.join(" ") || "nothing"}`];
  });
}

/** What a message asks of its caller, sorted: `{name}`, `{count, plural}`, `{role, select, guest host other}`, `<link>`; or why it cannot be read. */
function demandsOf(language: Language, text: string): readonly string[] | string {
  try {
    const demands = new Set<string>();
    collectDemands(new IntlMessageFormat(text, language).getAst(), demands);
    return [...demands].sort();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function collectDemands(elements: ParsedElements, demands: Set<string>): void {
  for (const element of elements) {
    if ("pluralType" in element) {
      demands.add(`{${element.value}, ${element.pluralType === "ordinal" ? "selectordinal" : "plural"}}`);
      if (!("one" in element.options) && !("=1" in element.options))
        throw new Error(`the plural of ${element.value} has no form for one`);
    } else if ("options" in element) {
      demands.add(`{${element.value}, select, ${Object.keys(element.options).sort().join(" ")}}`);
    } else if ("children" in element) {
      demands.add(`<${element.value}>`);
    } else if ("value" in element && element.type !== literal) {
      demands.add(`{${element.value}}`);
    }
    if ("children" in element) collectDemands(element.children, demands);
    if ("options" in element) Object.values(element.options).forEach((option) => collectDemands(option.value, demands));
  }
}
