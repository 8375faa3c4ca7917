import { languages, type Language } from "../../kernel/i18n/language.ts";
import type { Question } from "./method.ts";
import { furtherKeys } from "./option-names.ts";
import { methodCatalogues, methodOf } from "./registry.ts";

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

/** What the native poll of something asked lists, in every language, as {@link pollLabels}. */
export function allPollLabels(asked: Question & { readonly method: string }): readonly (readonly string[])[] {
  const further = furtherKeys(asked);
  return [...allOptionNames(asked)].map(([language, names]) => [
    ...names,
    ...further.map((key) => methodCatalogues.find((known) => key in known[language])?.[language][key] ?? key),
  ]);
}
