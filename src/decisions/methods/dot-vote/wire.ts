import type { Marks } from "../../model/counting/marks.ts";
import { marksReplies } from "../../model/replies/marks-replies.ts";
import type { MethodWire } from "../wire.ts";
import type { DotVoteSettings } from "./rules.ts";

/** Dots by a reply such as `1:5, 2:3`; no native poll can carry them. */
export const dotVoteWire: MethodWire<DotVoteSettings, Marks> = marksReplies(({ dots, perOption }) => {
  const first = Math.min(perOption ?? dots, Math.ceil(dots / 2));
  const second = Math.min(perOption ?? dots, dots - first);
  return second > 0 ? [first, second] : [first];
});
