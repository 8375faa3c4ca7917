import type { Translator } from "../../kernel/i18n/translator.ts";
import { methodOf } from "./registry.ts";

/** The names of the options of something asked, in order, as this reader knows them. */
export function optionNames(
  asked: { readonly method: string; readonly options: readonly string[] },
  t: Translator,
): readonly string[] {
  const { options } = methodOf(asked).rules;
  return options.kind === "own" ? asked.options : options.keys.map((key) => t(key));
}
