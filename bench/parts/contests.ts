import type { Counted } from "../../src/decisions/methods/method.ts";
import { irvRules } from "../../src/decisions/methods/irv/rules.ts";
import { meekStvRules } from "../../src/decisions/methods/meek-stv/rules.ts";
import { schulzeRules } from "../../src/decisions/methods/schulze/rules.ts";
import { scottishStvRules } from "../../src/decisions/methods/scottish-stv/rules.ts";
import type { Ranking } from "../../src/decisions/model/counting/ranking.ts";
import { irvPeers, schulzePeers, stvPeers, type Counter } from "./counting-peers.ts";

export const OPTIONS = 10;
export const SEATS = 3;
/** The name under which a mere reading of all ballots is timed beside those who count. */
export const READING = "one reading";

const names = Array.from({ length: OPTIONS }, (_, place) => `option ${place}`);
const alone = Array.from({ length: OPTIONS }, (_, place) => [place]);
const stvQuestion = { options: names, settings: { seats: SEATS, tieOrder: [] } };

/** Who counts by which rule, ours first. */
export const contests: Readonly<Record<"irv" | "schulze" | "stv", readonly Counter[]>> = {
  irv: [
    oneReading(),
    ours(
      "koinon irv",
      (ballots) => irvRules.count({ options: names, settings: irvRules.defaults }, ballots, "").elected,
    ),
    ...irvPeers,
  ],
  schulze: [
    oneReading(),
    ours(
      "koinon schulze",
      (ballots) => schulzeRules.count({ options: names, settings: { seats: 1 } }, ballots, "").elected,
    ),
    ...schulzePeers,
  ],
  stv: [
    oneReading(),
    ours("koinon meek-stv", (ballots) => meekStvRules.count(stvQuestion, ballots, "").elected),
    ours("koinon scottish-stv", (ballots) => scottishStvRules.count(stvQuestion, ballots, "").elected),
    ...stvPeers(SEATS),
  ],
};

export type Contest = keyof typeof contests;

/** Nobody's count: what going over all preferences of the same ballots once costs, however they lie in memory. */
function oneReading(): Counter {
  return {
    name: READING,
    load: loaded,
    count: (ballots) => {
      const sums = new Float64Array(OPTIONS);
      for (const { ballot, count } of ballots as readonly Counted<Ranking>[])
        for (const rank of ballot) sums[rank[0] ?? 0] = (sums[rank[0] ?? 0] ?? 0) + count;
      return Array.from(sums);
    },
  };
}

function loaded(rankings: readonly (readonly number[])[]): readonly Counted<Ranking>[] {
  return rankings.map((ranking) => ({ ballot: ranking.map((place) => alone[place] ?? []), count: 1 }));
}

/** Our own, as the rules are given ballots: read, none of them gathered. */
function ours(name: string, count: (ballots: readonly Counted<Ranking>[]) => readonly number[]): Counter {
  return {
    name,
    load: loaded,
    count: (ballots) => count(ballots as readonly Counted<Ranking>[]),
  };
}
