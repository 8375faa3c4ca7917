import type { AnyRefusal } from "../base/result.ts";
import { spokenValues } from "./spoken-values.ts";
import type { Translator } from "./translator.ts";

/**
 * What a refusal says to a reader: the message `refusal.<kind>`, filled from the refusal's data, the same on a page, in a direct
 * message and in an e-mail. A kind without a message gets the general sentence.
 */
export function refusalWords(t: Translator, refusal: AnyRefusal): string {
  const key = `refusal.${refusal.kind}`;
  return t.has(key) ? t(key, spokenValues(t, { ...refusal })) : t("refusal.other");
}

/** One problem of an input that has the wrong shape; see `InputProblem` of the commands. */
interface ProblemOfInput {
  readonly problem: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a problem of one field says to a reader: the message `problem.<problem>`, or the general sentence. */
export function problemWords(t: Translator, problem: ProblemOfInput): string {
  const key = `problem.${problem.problem}`;
  return t.has(key) ? t(key, spokenValues(t, problem.values)) : t("problem.not-understood");
}
