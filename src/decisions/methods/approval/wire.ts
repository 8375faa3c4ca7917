import type { Choices, ChoicesSettings } from "../../model/counting/choices.ts";
import { choicesReplies } from "../../model/replies/choices-replies.ts";
import type { MethodWire } from "../wire.ts";

/** Every option one approves: by a native poll where it can keep the limits, else by a reply such as `1, 3`. */
export const approvalWire: MethodWire<ChoicesSettings, Choices> = choicesReplies;
