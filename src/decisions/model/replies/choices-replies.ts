import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Place, Question } from "../../methods/method.ts";
import { noneOfThese, type Choices, type ChoicesSettings } from "../counting/choices.ts";
import { withinLimits } from "../counting/limits.ts";
import { numberOf } from "./read-option.ts";
import { readOwnChoices, saysNone, type RepliedChoice } from "./read-choice.ts";

type Asked = Question<ChoicesSettings>;

/**
 * How several options travel: by a native poll where one may pick as many as one likes, or just one, since a poll cannot keep other limits;
 * else by a reply that lists them by number or name, such as `1, 3`. "None of these" is the last option of the poll, or `-`.
 */
export const choicesReplies = {
  asPoll: ({ options, settings }: Asked) => {
    const { fewest = 0, most, none } = settings;
    if (fewest > 1) return null;
    const further = none === true ? { further: [noneOfThese] } : {};
    if (most === 1) return { multiple: false, ...further };
    return (most ?? options.length) >= options.length ? { multiple: true, ...further } : null;
  },
  fromPoll: (picked: readonly Place[], { options, settings }: Asked): Json => ({
    choices: picked.map((place) => (settings.none === true && place === options.length ? "none" : place)),
  }),
  replyExample: ({ options, settings }: Asked) =>
    Array.from({ length: withinLimits(2, settings, options.length) }, (_, place) => numberOf(place, options)).join(
      ", ",
    ),
  fromReply: (text: string, { options, settings }: Asked): RepliedChoice<Json> => {
    const read = readOwnChoices(text, options);
    if (read !== null) return read.ok ? { ok: true, value: { choices: read.value } } : read;
    return saysNone(text) ? { ok: true, value: { choices: settings.none === true ? "none" : [] } } : null;
  },
  inReply: ({ choices }: Choices, { options }: Asked) =>
    choices === "none" || choices.length === 0 ? "-" : choices.map((place) => numberOf(place, options)).join(", "),
};
