import { languages, type Language } from "../../kernel/i18n/language.ts";
import { methodOf } from "./registry.ts";

/** The names of the options of something asked in every language: its own are called the same in all of them. */
export function allOptionNames(asked: {
  readonly method: string;
  readonly options: readonly string[];
}): ReadonlyMap<Language, readonly string[]> {
  const { rules, catalogues } = methodOf(asked);
  const { options } = rules;
  return new Map(
    languages.map((language) => [
      language,
      options.kind === "own" ? asked.options : options.keys.map((key) => catalogues[language][key] ?? key),
    ]),
  );
}
