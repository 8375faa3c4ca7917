import { withinLimits } from "../../model/counting/limits.ts";
import type { Marks } from "../../model/counting/marks.ts";
import { marksReplies } from "../../model/replies/marks-replies.ts";
import type { MethodWire } from "../wire.ts";
import type { ScoreSettings } from "./rules.ts";

/** Scores by a reply such as `1:5, 2:3`, for as many options as the limits allow; no native poll can carry them. */
export const scoreWire: MethodWire<ScoreSettings, Marks> = marksReplies(
  ({ most, fewest = 0, mostScored = null }, options) => {
    const scored = withinLimits(2, { fewest, most: mostScored }, options);
    return Array.from({ length: scored }, (_, place) => (place === 0 ? most : Math.floor(most / 2)));
  },
);
