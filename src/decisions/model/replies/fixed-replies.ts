import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Place, Question } from "../../methods/method.ts";
import type { FixedChoice } from "../counting/fixed-choice.ts";
import { readFixedChoice, type RepliedChoice } from "./read-choice.ts";

/**
 * How one fixed option travels: as a native poll, or as a reply in words or by its number. Numbers mean the same in every language, so
 * the example and what is confirmed are numbers; `phrases` are what people write instead, in five languages.
 */
export function fixedReplies(phrases: readonly ReadonlySet<string>[]) {
  return {
    asPoll: () => ({ multiple: false }),
    fromPoll: (picked: readonly Place[]): Json => ({ choice: picked.length === 1 ? (picked[0] ?? null) : null }),
    replyExample: () => "1",
    fromReply: (text: string, _question: Question, words: readonly string[]): RepliedChoice<Json> => {
      const read = readFixedChoice(text, phrases, words);
      return read?.ok === true ? { ok: true, value: { choice: read.value } } : read;
    },
    inReply: (ballot: FixedChoice) => String(ballot.choice + 1),
  };
}
