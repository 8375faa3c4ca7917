import type { Choices, ChoicesSettings } from "../../model/counting/choices.ts";
import { choicesReplies } from "../../model/replies/choices-replies.ts";
import type { MethodWire } from "../wire.ts";

/** Several options: by a native poll where it can keep the limits, else by a reply such as `1, 3`. */
export const multipleChoiceWire: MethodWire<ChoicesSettings, Choices> = choicesReplies;
