import type { Translator } from "../../kernel/i18n/translator.ts";
import type { Question } from "./method.ts";
import { methodOf, questionOf } from "./registry.ts";

/** The names of the options of something asked, in order, as this reader knows them. */
export function optionNames(
  asked: { readonly method: string; readonly options: readonly string[] },
  t: Translator,
): readonly string[] {
  const { options } = methodOf(asked).rules;
  return options.kind === "own" ? asked.options : options.keys.map((key) => t(key));
}

/** What the native poll of something asked lists: its options, and what the method adds to them there ("none of these"). */
export function pollLabels(asked: Question & { readonly method: string }, t: Translator): readonly string[] {
  return [...optionNames(asked, t), ...furtherKeys(asked).map((key) => t(key))];
}

/** The message keys of what the native poll lists after the options. */
export function furtherKeys(asked: Question & { readonly method: string }): readonly string[] {
  return methodOf(asked).wire.asPoll(questionOf(asked))?.further ?? [];
}
