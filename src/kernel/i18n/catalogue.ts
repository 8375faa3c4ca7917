import { languages, type Language } from "./language.ts";

/** Message texts in ICU MessageFormat by key, such as `"gatherings.idea.title"`, in one language. */
export type Messages = Readonly<Record<string, string>>;

/** The messages of one room in every language, all with the same keys. */
export type Catalogues = Readonly<Record<Language, Messages>>;

/**
 * One catalogue of many. A key that two rooms claim, or that a language lacks, is a bug and throws at start rather than at the
 * first reader of that language.
 */
export function mergeCatalogues(catalogues: readonly Catalogues[]): Catalogues {
  const merged = {
    en: mergeMessages("en", catalogues),
    es: mergeMessages("es", catalogues),
    fr: mergeMessages("fr", catalogues),
    de: mergeMessages("de", catalogues),
    it: mergeMessages("it", catalogues),
  };
  for (const language of languages) refuseUnlikeKeys(merged, language);
  return merged;
}

function mergeMessages(language: Language, catalogues: readonly Catalogues[]): Messages {
  const merged = Object.create(null) as Record<string, string>;
  for (const catalogue of catalogues) {
    for (const [key, text] of Object.entries(catalogue[language])) {
      if (key in merged) throw new Error(`two catalogues claim the message ${key}`);
      merged[key] = text;
    }
  }
  return merged;
}

function refuseUnlikeKeys(catalogue: Catalogues, language: Language): void {
  const lacking = Object.keys(catalogue.en).filter((key) => !(key in catalogue[language]));
  const extra = Object.keys(catalogue[language]).filter((key) => !(key in catalogue.en));
  if (lacking.length > 0) throw new Error(`no ${language} text for the messages ${lacking.join(", ")}`);
  if (extra.length > 0) throw new Error(`no en text for the messages ${extra.join(", ")}`);
}
