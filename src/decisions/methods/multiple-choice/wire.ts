import type { Choices } from "../../model/counting/choices.ts";
import { numberOf } from "../../model/replies/read-option.ts";
import { choicesReplies } from "../../model/replies/choices-replies.ts";
import type { MethodWire } from "../wire.ts";
import type { MultipleChoiceSettings } from "./rules.ts";

/**
 * Several options: by a native poll where one may pick as many as one likes, or just one; a poll cannot keep other limits, so that those are
 * answered by a reply such as `1, 3`.
 */
export const multipleChoiceWire: MethodWire<MultipleChoiceSettings, Choices> = {
  ...choicesReplies,
  asPoll: ({ options, settings }) => {
    const most = settings.most ?? options.length;
    if (settings.fewest > 1) return null;
    if (most === 1) return { multiple: false };
    return most >= options.length ? { multiple: true } : null;
  },
  replyExample: ({ options, settings }) => {
    const count = Math.min(Math.max(2, settings.fewest), settings.most ?? options.length, options.length);
    return Array.from({ length: count }, (_, place) => numberOf(place, options)).join(", ");
  },
};
