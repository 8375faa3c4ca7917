/** The languages in which every sentence of the program exists. The first one is the fallback of last resort. */
export const languages = ["en", "es", "fr", "de", "it"] as const;

/** A language of the interface, as its BCP 47 tag and thereby as the value of an HTML `lang` attribute. */
export type Language = (typeof languages)[number];

/** What each language calls itself, for choosing it without knowing another one. */
export const nativeNames: Readonly<Record<Language, string>> = {
  en: "English",
  es: "Español",
  fr: "Français",
  de: "Deutsch",
  it: "Italiano",
};

/** Whether `text` is exactly a language of the interface; `isLanguage("de")` is true, `isLanguage("de-AT")` is not. */
export function isLanguage(text: string): text is Language {
  return languages.some((language) => language === text);
}

/** The locale whose habits dates and numbers follow. English has a reader's day before the month and 24 hours. */
export function formattingLocale(language: Language): string {
  return language === "en" ? "en-GB" : language;
}
