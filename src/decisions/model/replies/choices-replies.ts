import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Place, Question } from "../../methods/method.ts";
import type { Choices } from "../counting/choices.ts";
import { numberOf } from "./read-option.ts";
import { readOwnChoices, saysNone, type RepliedChoice } from "./read-choice.ts";

/** How several options travel: as what one picked in a native poll, or as a reply that lists them by number or name. */
export const choicesReplies = {
  fromPoll: (picked: readonly Place[]): Json => ({ choices: picked }),
  fromReply: (text: string, { options }: Question): RepliedChoice<Json> => {
    const read = readOwnChoices(text, options);
    if (read !== null) return read.ok ? { ok: true, value: { choices: read.value } } : read;
    return saysNone(text) ? { ok: true, value: { choices: [] } } : null;
  },
  inReply: ({ choices }: Choices, { options }: Question) =>
    choices.length === 0 ? "-" : choices.map((place) => numberOf(place, options)).join(", "),
};
