import type { Marks } from "../../model/counting/marks.ts";
import { marksReplies } from "../../model/replies/marks-replies.ts";
import type { MethodWire } from "../wire.ts";
import { mostVotes, type QuadraticSettings } from "./rules.ts";

/** Votes by a reply such as `1:4, 2:3`, which costs 25 credits; no native poll can carry them. */
export const quadraticWire: MethodWire<QuadraticSettings, Marks> = marksReplies(({ credits }) => {
  const first = Math.max(1, mostVotes(credits) - 1);
  const second = mostVotes(credits - first ** 2);
  return second > 0 ? [first, second] : [first];
});
