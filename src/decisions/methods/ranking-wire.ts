import type { Json } from "../../kernel/base/canonical-json.ts";
import { withinLimits, type Limits } from "../model/counting/limits.ts";
import type { Ranking } from "../model/counting/ranking.ts";
import { rankingFromReply, rankingInReply } from "../model/replies/ranking-reply.ts";
import type { MethodWire } from "./wire.ts";

/**
 * How a ranking travels: by a reply such as `2 > 1 > 3`, never by a native poll. The example ranks as many options as the limits allow, and
 * that of a method that takes `equal` ranks shows them.
 */
export function rankingWire<Settings extends Json & Limits>(ranks: "strict" | "equal"): MethodWire<Settings, Ranking> {
  return {
    asPoll: () => null,
    fromPoll: (picked) => (picked.length === 0 ? [] : [picked]),
    replyExample: ({ options, settings }) =>
      rankingInReply(exampleRanking(withinLimits(3, settings, options.length), options.length, ranks), options),
    fromReply: rankingFromReply,
    inReply: (ballot, { options }) => rankingInReply(ballot, options),
  };
}

/** The second option first, so that it is clear that the order says something; then those that follow. */
function exampleRanking(ranked: number, options: number, ranks: "strict" | "equal"): Ranking {
  const order = [1, 0, ...Array.from({ length: Math.max(0, options - 2) }, (_, place) => place + 2)].slice(0, ranked);
  const [first = 0, second, third, ...others] = order;
  if (ranks === "strict" || second === undefined || third === undefined) return order.map((place) => [place]);
  return [[first], [second, third], ...others.map((place) => [place])];
}
