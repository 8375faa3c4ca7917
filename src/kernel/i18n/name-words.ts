import { formattingLocale, type Language } from "./language.ts";
import { remembered } from "./remembered.ts";

/** How one reader is told of lists, languages, countries and of what somebody said. */
export interface NameWords {
  /** "Ada, Grace and Emmy". */
  list(items: readonly string[]): string;
  /** "yes, maybe or no". */
  either(items: readonly string[]): string;
  /** The reader's name of a language; `languageName("de")` is "German", an unknown tag stays as it is. */
  languageName(tag: string): string;
  /** The reader's name of a country by its ISO 3166-1 alpha-2 code; an unknown code stays as it is. */
  countryName(code: string): string;
  /** Between the quotation marks of the language: “yes”, «sí», « oui », „ja“, «sì». */
  quote(text: string): string;
}

/** Words for names in `language`. */
export function nameWords(language: Language): NameWords {
  const [open, close] = quotationMarks[language];
  return {
    list: (items) => listFormat(`${language} conjunction`).format(items),
    either: (items) => listFormat(`${language} disjunction`).format(items),
    languageName: (tag) => nameOf(`${language} language`, tag),
    countryName: (code) => nameOf(`${language} region`, code),
    quote: (text) => `${open}${text}${close}`,
  };
}

// French sets narrow no-break spaces inside its marks (Lexique des règles typographiques, Imprimerie nationale).
const quotationMarks: Readonly<Record<Language, readonly [string, string]>> = {
  en: ["“", "”"],
  es: ["«", "»"],
  fr: ["«\u202f", "\u202f»"],
  de: ["„", "“"],
  it: ["«", "»"],
};

const listFormat = remembered(20, (key) => {
  const [language, type] = key.split(" ") as [Language, Intl.ListFormatType];
  return new Intl.ListFormat(formattingLocale(language), { type });
});

const displayNames = remembered(20, (key) => {
  const [language, type] = key.split(" ") as [Language, Intl.DisplayNamesType];
  return new Intl.DisplayNames(formattingLocale(language), { type });
});

function nameOf(kind: string, code: string): string {
  try {
    return displayNames(kind).of(code) ?? code;
  } catch {
    // A code that is no code comes from outside; it is shown as it came.
    return code;
  }
}
