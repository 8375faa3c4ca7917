import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Result } from "../../../kernel/base/result.ts";
import type { MethodRefusal, Question } from "../../methods/method.ts";
import type { Marks } from "../counting/marks.ts";
import { marksInReply, readRepliedMarks } from "./read-marks.ts";

/**
 * How marks travel: no native poll can carry them, a reply such as `1:5, 2:2` can. `example` are marks that one could give, where there are
 * so many options.
 */
export function marksReplies<Settings extends Json>(
  example: (settings: Settings, options: number) => readonly number[],
) {
  return {
    asPoll: () => null,
    fromPoll: (): Json => ({ marks: null }),
    replyExample: ({ options, settings }: Question<Settings>) =>
      marksInReply(example(settings, options.length).slice(0, options.length), options),
    fromReply: (text: string, { options }: Question<Settings>): Result<Json, MethodRefusal> | null => {
      const read = readRepliedMarks(text, options, wholeMark);
      return read?.ok === true ? { ok: true, value: { marks: read.value } } : read;
    },
    inReply: ({ marks }: Marks, { options }: Question<Settings>) => marksInReply(marks, options),
  };
}

/** A whole number as a mark: `5`, `-2`; what is out of range is refused by the rules, with the range. */
export function wholeMark(text: string): number | null {
  return /^[-−]?\d{1,6}$/.test(text) ? Number(text.replace("−", "-")) : null;
}
