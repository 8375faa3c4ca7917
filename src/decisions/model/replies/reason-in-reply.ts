import { saidText } from "./reply-text.ts";

/** What stands before the first mark, or before a word such as "because", and the rest. */
const answerAndReason =
  /^([^.,;:!?\n–—]{1,80}?)\s*(?:[.,;:!?\n–—]|\s-+\s|\s(?:because|porque|parce qu[e'’]|weil|perch[eé])\s)\s*([\s\S]*)$/iu;

/**
 * The reason that somebody gives in the same breath as their answer: what follows the answer, where that stands first. Empty where they
 * give none. `isAnswer` says whether words are an answer by themselves.
 *
 * `reasonInReply("I object: it is too soon.", isAnswer)` is `"it is too soon."`.
 */
export function reasonInReply(text: string, isAnswer: (words: string) => boolean): string {
  const [, answer = "", reason = ""] = answerAndReason.exec(saidText(text) ?? "") ?? [];
  return answer !== "" && isAnswer(answer) ? reason.trim() : "";
}
