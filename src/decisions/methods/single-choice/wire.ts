import type { Json } from "../../../kernel/base/canonical-json.ts";
import { numberOf } from "../../model/replies/read-option.ts";
import { readOwnChoice, saysNone } from "../../model/replies/read-choice.ts";
import type { MethodWire } from "../wire.ts";
import type { SingleChoiceBallot, SingleChoiceSettings } from "./rules.ts";

/** One option: by a native poll, or by a reply with its number or name. */
export const singleChoiceWire: MethodWire<SingleChoiceSettings, SingleChoiceBallot> = {
  asPoll: ({ settings }) =>
    settings.none ? { multiple: false, further: ["decisions.method.row.none-of-these"] } : { multiple: false },
  fromPoll: ([picked, ...others], { options, settings }): Json => {
    if (picked === undefined || others.length > 0) return { choice: null };
    return { choice: settings.none && picked === options.length ? "none" : picked };
  },
  replyExample: ({ options }) => numberOf(0, options),
  fromReply: (text, { options, settings }) => {
    const read = readOwnChoice(text, options);
    if (read !== null) return read.ok ? { ok: true, value: { choice: read.value } } : read;
    return settings.none && saysNone(text) ? { ok: true, value: { choice: "none" } } : null;
  },
  inReply: ({ choice }, { options }) => (choice === "none" ? "-" : numberOf(choice, options)),
};
