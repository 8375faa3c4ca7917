import { languages, type Language } from "./language.ts";
import { remembered } from "./remembered.ts";

/** Message texts in ICU MessageFormat by key, such as `"gatherings.idea.title"`, in one language. */
export type Messages = Readonly<Record<string, string>>;

/** The messages of one room in every language, all with the same keys. */
export type Catalogues = Readonly<Record<Language, Messages>>;

/**
 * One catalogue of many. What a language says is put together when it is first spoken, so that a server starts without the languages that
 * nobody reads just then. A key that two rooms claim, or that a language lacks, is a bug and throws then; `npm run check` finds it before.
 */
export function mergeCatalogues(catalogues: readonly Catalogues[]): Catalogues {
  const messagesIn = remembered(languages.length, (language) => {
    const merged = mergeMessages(language as Language, catalogues);
    if (language !== "en") refuseUnlikeKeys(language as Language, merged, messagesIn("en"));
    return merged;
  });
  return {
    get en() {
      return messagesIn("en");
    },
    get es() {
      return messagesIn("es");
    },
    get fr() {
      return messagesIn("fr");
    },
    get de() {
      return messagesIn("de");
    },
    get it() {
      return messagesIn("it");
    },
  };
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

function refuseUnlikeKeys(language: Language, messages: Messages, english: Messages): void {
  const lacking = Object.keys(english).filter((key) => !(key in messages));
  const extra = Object.keys(messages).filter((key) => !(key in english));
  if (lacking.length > 0) throw new Error(`no ${language} text for the messages ${lacking.join(", ")}`);
  if (extra.length > 0) throw new Error(`no en text for the messages ${extra.join(", ")}`);
}
