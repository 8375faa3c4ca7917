import type { Marks } from "../../model/counting/marks.ts";
import { marksReplies } from "../../model/replies/marks-replies.ts";
import type { MethodWire } from "../wire.ts";
import type { ScoreSettings } from "./rules.ts";

/** Scores by a reply such as `1:5, 2:3`; no native poll can carry them. */
export const scoreWire: MethodWire<ScoreSettings, Marks> = marksReplies(({ most }) => [most, Math.floor(most / 2)]);
