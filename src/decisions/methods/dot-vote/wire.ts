import { withinLimits } from "../../model/counting/limits.ts";
import type { Marks } from "../../model/counting/marks.ts";
import { marksReplies } from "../../model/replies/marks-replies.ts";
import type { MethodWire } from "../wire.ts";
import type { DotVoteSettings } from "./rules.ts";

/** Dots by a reply such as `1:5, 2:3`, on as many options as the limits allow; no native poll can carry them. */
export const dotVoteWire: MethodWire<DotVoteSettings, Marks> = marksReplies((settings, options) => {
  const { dots, perOption } = settings;
  const dotted = Math.min(withinLimits(2, settings, options), dots);
  const each = Math.floor(dots / dotted);
  return Array.from({ length: dotted }, (_, place) =>
    Math.min(perOption ?? dots, place === 0 ? dots - each * (dotted - 1) : each),
  );
});
