import type { Json } from "../../kernel/base/canonical-json.ts";
import type { Ranking } from "../model/counting/ranking.ts";
import { rankingFromReply, rankingInReply } from "../model/replies/ranking-reply.ts";
import type { MethodWire } from "./wire.ts";

/**
 * How a ranking travels: by a reply such as `2 > 1 > 3`, never by a native poll. The example of a method that takes `equal` ranks shows
 * them.
 */
export function rankingWire<Settings extends Json>(ranks: "strict" | "equal"): MethodWire<Settings, Ranking> {
  return {
    asPoll: () => null,
    fromPoll: (picked) => (picked.length === 0 ? [] : [picked]),
    replyExample: ({ options }) => rankingInReply(exampleRanking(options.length, ranks), options),
    fromReply: rankingFromReply,
    inReply: (ballot, { options }) => rankingInReply(ballot, options),
  };
}

function exampleRanking(options: number, ranks: "strict" | "equal"): Ranking {
  if (options < 3) return [[1], [0]];
  return ranks === "equal" ? [[1], [0, 2]] : [[1], [0], [2]];
}
