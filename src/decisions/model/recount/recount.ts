import { canonicalJson, type Json } from "../../../kernel/base/canonical-json.ts";
import type { Counted, MethodRules, Question } from "../../methods/method.ts";
import type { PublishedFile } from "./published-file.ts";

/** The rules of any one method. */
export type CountingRules = MethodRules<Json, Json>;

/** What a recount found: the same to the last digit, another count, another conclusion from it, or ballots the rules do not take. */
export type Recounted = "same" | "other-count" | "other-conclusion" | "unreadable";

/**
 * Counts published ballots again by the rules of their method, and compares with what was counted here. Three ballots "agree" of which one
 * is turned into "disagree" give `other-count`.
 */
export function recount(rules: CountingRules, file: PublishedFile): Recounted {
  const settings = rules.readSettings(file.settings, file.options);
  if (!settings.ok) return "unreadable";
  const question: Question = { options: file.options, settings: settings.value };
  const ballots: Counted<Json>[] = [];
  for (const { ballot, count } of file.ballots) {
    const read = rules.readBallot(ballot, question);
    if (!read.ok) return "unreadable";
    ballots.push({ ballot: read.value, count });
  }
  const tally = rules.count(question, ballots, file.seed);
  if (!alike({ ...tally }, { ...file.tally })) return "other-count";
  const { eligible, answered, conclusion } = file;
  // That too few took part is said of every method alike, and read off the two numbers.
  if (conclusion.verdict === "no-quorum") return "same";
  return alike({ ...rules.conclude(tally, question, { eligible, answered }) }, { ...conclusion })
    ? "same"
    : "other-conclusion";
}

function alike(one: object, other: object): boolean {
  return canonicalJson(one as Json) === canonicalJson(other as Json);
}
