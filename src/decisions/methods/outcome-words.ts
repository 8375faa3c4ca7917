import type { Translator } from "../../kernel/i18n/translator.ts";
import type { Conclusion, Said } from "../model/counting/tally.ts";
import { optionNames } from "./option-names.ts";

type Asked = { readonly method: string; readonly options: readonly string[] };

/** What was concluded and why, sentence by sentence, as this reader says it. */
export function outcomeWords(asked: Asked, conclusion: Conclusion, t: Translator): readonly string[] {
  const names = optionNames(asked, t);
  const chosen = t.list(conclusion.chosen.map((place) => names[place] ?? ""));
  const verdict = t(`decisions.verdict.${conclusion.verdict}`, { chosen });
  // Some methods say as the reason what the verdict says already.
  const why = conclusion.why.filter(({ key }) => key !== "decisions.method.why.chosen");
  return [verdict, ...why.map((said) => saidWords(asked, said, t))];
}

/** One sentence of a count; options are called by their names. */
export function saidWords(asked: Asked, { key, values = {}, places = {} }: Said, t: Translator): string {
  const names = optionNames(asked, t);
  const named: Record<string, string | number> = { ...values };
  for (const [name, list] of Object.entries(places)) named[name] = t.list(list.map((place) => names[place] ?? ""));
  return t(key, named);
}
