import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { lotOrder } from "../../../kernel/base/seeded.ts";
import { concludeRanked } from "../../model/counting/conclusions.ts";
import { answerLimits, readLimits, type Limits } from "../../model/counting/limits.ts";
import { lockPairs, victories, type Locking } from "../../model/counting/locked-pairs.ts";
import { countPairs, preferNothing, tellPairs } from "../../model/counting/pairs.ts";
import { readRanking, type Ranking } from "../../model/counting/ranking.ts";
import { readMembers, readSeats } from "../../model/counting/settings.ts";
import { levelsOf } from "../../model/counting/take-by-order.ts";
import type { Counted, MethodRefusal, MethodRules, Place, Question, Row, Said, Stage, Tally, Tie } from "../method.ts";

/** How many options one ranks, how many of the best are chosen. */
export type RankedPairsSettings = Limits & { readonly seats: number };

/** Ranked pairs: victories are believed from the strongest down, but for those that contradict stronger ones. See README.md. */
export const rankedPairsRules: MethodRules<RankedPairsSettings, Ranking> = {
  id: "ranked-pairs",
  version: 1,
  options: { kind: "own", fewest: 2, most: 100 },
  defaults: { seats: 1 },
  limitsOf: answerLimits,
  readSettings,
  readBallot: readRanking,
  count,
  conclude: (tally, { settings }) => concludeRanked(tally, settings.seats),
};

function readSettings(raw: Json, options: readonly string[]): Result<RankedPairsSettings, MethodRefusal> {
  const members = readMembers(raw, rankedPairsRules.defaults);
  if (!members.ok) return members;
  const limits = readLimits(members.value, options);
  if (!limits.ok) return limits;
  const seats = readSeats(members.value.seats, options);
  return seats.ok ? accepted({ ...limits.value, seats: seats.value }) : seats;
}

function count(question: Question<RankedPairsSettings>, ballots: readonly Counted<Ranking>[], seed: string): Tally {
  const { options, settings } = question;
  const pairs = countPairs(options.length, ballots);
  const head = { method: rankedPairsRules.id, version: rankedPairsRules.version, ballots: pairs.ballots };
  if (preferNothing(pairs)) {
    const said = [{ key: "decisions.method.ranked.said.no-preferences" }];
    return { ...head, elected: [], stages: [{ ...tellPairs(pairs), said }], ties: [] };
  }
  const lot = lotOrder(options.length, seed);
  const locking = lockPairs(options.length, victories(pairs, lot), lot);
  const ended = inOrder(locking, options.length, settings.seats, lot);
  const stages = [tellPairs(pairs), tellLocking(locking), tellOrder(ended, options.length)];
  return { ...head, elected: ended.elected, stages, ties: [...locking.ties, ...ended.ties] };
}

interface Ended {
  readonly elected: readonly Place[];
  readonly levels: readonly (readonly Place[])[];
  readonly ties: readonly Tie[];
}

/** The seats in the order of the locked victories; options that none of them parts are taken by lot. */
function inOrder({ isAbove }: Locking, options: number, seats: number, lot: readonly Place[]): Ended {
  const levels = levelsOf(options, isAbove).map((level) => lot.filter((place) => level.includes(place)));
  const elected: Place[] = [];
  const ties: Tie[] = [];
  for (const level of levels) {
    const preferred = level.slice(0, seats - elected.length);
    if (preferred.length === 0) break;
    elected.push(...preferred);
    if (preferred.length < level.length)
      ties.push({ stage: 2, between: level.toSorted(byPlace), preferred, by: "lot" });
  }
  return { elected, levels, ties };
}

function tellLocking({ steps }: Locking): Stage {
  const said = steps.map(({ victory, isLocked }): Said => {
    const key = isLocked ? "decisions.method.ranked-pairs.said.locked" : "decisions.method.ranked-pairs.said.skipped";
    const { winner, loser, votes, against } = victory;
    return { key, values: { votes, against }, places: { winner: [winner], loser: [loser] } };
  });
  return { said: [{ key: "decisions.method.ranked-pairs.said.strongest-first" }, ...said], columns: [], rows: [] };
}

function tellOrder({ elected, levels, ties }: Ended, options: number): Stage {
  const said: Said[] = [];
  let rank = 1;
  for (const level of levels) {
    const places = { options: level.toSorted(byPlace) };
    said.push({ key: "decisions.method.ranked.said.level", values: { rank }, places });
    rank += level.length;
  }
  for (const { between, preferred } of ties)
    said.push({ key: "decisions.method.ranked.said.tie-by-lot", places: { tied: between, option: preferred } });
  const rows = Array.from({ length: options }, (_, place): Row => {
    const row = { of: { place }, cells: [] };
    return elected.includes(place) ? { ...row, standing: "elected" } : row;
  });
  return { said, columns: [], rows };
}

function byPlace(one: Place, other: Place): number {
  return one - other;
}
