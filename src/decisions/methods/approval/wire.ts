import type { Choices } from "../../model/counting/choices.ts";
import { numberOf } from "../../model/replies/read-option.ts";
import { choicesReplies } from "../../model/replies/choices-replies.ts";
import type { MethodWire } from "../wire.ts";
import type { ApprovalSettings } from "./rules.ts";

/** Every option one approves: by a native poll in which several may be picked, or by a reply such as `1, 3`. */
export const approvalWire: MethodWire<ApprovalSettings, Choices> = {
  ...choicesReplies,
  asPoll: () => ({ multiple: true }),
  replyExample: ({ options }) => [0, 1].map((place) => numberOf(place, options)).join(", "),
};
