import type { Translator } from "../../kernel/i18n/translator.ts";
import type { AnswerLimits, Question } from "./method.ts";
import { methodOf, questionOf } from "./registry.ts";

/** How many options an answer names, in words: "At least 2 and at most 3 options."; undefined where nobody needs to be told. */
export function limitWords({ fewest, most }: Pick<AnswerLimits, "fewest" | "most">, t: Translator): string | undefined {
  if (most !== null && most === fewest) return t("decisions.answers.limits.exactly", { most });
  if (most !== null && fewest > 1) return t("decisions.answers.limits.between", { least: fewest, most });
  if (most !== null) return t("decisions.answers.limits.at-most", { most });
  return fewest > 1 ? t("decisions.answers.limits.at-least", { least: fewest }) : undefined;
}

/** What somebody who answers by a reply is to know of the limits of something asked, sentence by sentence. */
export function limitsForReplies(asked: Question & { readonly method: string }, t: Translator): readonly string[] {
  const limits = methodOf(asked).rules.limitsOf?.(questionOf(asked).settings);
  if (limits === undefined) return [];
  const words = limitWords(limits, t);
  return [...(words === undefined ? [] : [words]), ...(limits.none ? [t("decisions.answers.none-by-reply")] : [])];
}
