import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import { concludeRanked } from "../../model/counting/conclusions.ts";
import { answerLimits, readLimits, type Limits } from "../../model/counting/limits.ts";
import { advance, none, pileByFirstPreference, put, takeAll, type Piles } from "../../model/counting/piles.ts";
import { mend, readStrictRanking, type Ranking } from "../../model/counting/ranking.ts";
import { orderForTies, readMembers, readTieOrder } from "../../model/counting/settings.ts";
import { firstInOrder, lowestByEarlierStages, tieAgainst, type Choice } from "../../model/counting/ties.ts";
import { readRankings, type StrictRankings } from "../../model/counting/strict-rankings.ts";
import type { Counted, MethodRefusal, MethodRules, Place, Question, Row, Said, Stage, Tally, Tie } from "../method.ts";

/** How many options one ranks, how a tie for exclusion is settled, and the order in which options that still tie are excluded (empty: the lot decides). */
export type IrvSettings = Limits & {
  readonly ties: "earlier-stages" | "lot";
  readonly tieOrder: readonly Place[];
};

/** Instant runoff: the option with the fewest votes is excluded and its ballots move on, until one has more than half. See README.md. */
export const irvRules: MethodRules<IrvSettings, Ranking> = {
  id: "irv",
  version: 1,
  options: { kind: "own", fewest: 2, most: 200 },
  defaults: { ties: "earlier-stages", tieOrder: [] },
  limitsOf: answerLimits,
  readSettings,
  readBallot: readStrictRanking,
  count,
  conclude: (tally) => concludeRanked(tally, 1),
};

function readSettings(raw: Json, options: readonly string[]): Result<IrvSettings, MethodRefusal> {
  const members = readMembers(raw, irvRules.defaults);
  if (!members.ok) return members;
  const limits = readLimits(members.value, options);
  if (!limits.ok) return limits;
  const { ties } = members.value;
  if (ties !== "earlier-stages" && ties !== "lot") return mend({ kind: "ranking-settings-unreadable", given: "ties" });
  const tieOrder = readTieOrder(members.value.tieOrder, options);
  return tieOrder.ok ? accepted({ ...limits.value, ties, tieOrder: tieOrder.value }) : tieOrder;
}

/** What changes while counting. */
interface Counting {
  readonly rankings: StrictRankings;
  readonly piles: Piles;
  readonly votes: Float64Array;
  /** 1 for each option that is excluded. */
  readonly closed: Uint8Array;
  readonly history: Float64Array[];
  readonly stages: Stage[];
  readonly ties: Tie[];
  exhausted: number;
}

function count(question: Question<IrvSettings>, ballots: readonly Counted<Ranking>[], seed: string): Tally {
  const { options, settings } = question;
  const rankings = readRankings(options.length, ballots);
  const { piles, votes } = pileByFirstPreference(options.length, rankings);
  const closed = new Uint8Array(options.length);
  const counting: Counting = {
    rankings,
    piles,
    votes,
    closed,
    history: [],
    stages: [],
    ties: [],
    exhausted: rankings.blank,
  };
  const order = orderForTies(settings.tieOrder, options, seed);
  let winner = leader(counting);
  while (winner === undefined && votes.some((votes) => votes > 0)) {
    exclude(counting, settings, order);
    winner = leader(counting);
  }
  tellStage(counting, winner);
  const { stages, ties } = counting;
  const elected = winner === undefined ? [] : [winner];
  return { method: irvRules.id, version: irvRules.version, ballots: rankings.total, elected, stages, ties };
}

/** The option with more than half of the votes that are still with an option, if there is one. */
function leader({ votes }: Counting): Place | undefined {
  const continuing = sum(votes);
  const place = votes.findIndex((votes) => votes * 2 > continuing);
  return place < 0 ? undefined : place;
}

function exclude(counting: Counting, settings: IrvSettings, order: readonly Place[]): void {
  const { votes, closed, history, ties, stages } = counting;
  const open = Array.from(votes.keys()).filter((place) => closed[place] === 0);
  const fewest = Math.min(...open.map((place) => votes[place] ?? 0));
  const lowest = open.filter((place) => votes[place] === fewest);
  const choice = settings.ties === "lot" ? firstInOrder(lowest, order) : lowestByEarlierStages(lowest, history, order);
  ties.push(...tieAgainst(stages.length, lowest, choice));
  tellStage(counting, undefined, choice, lowest);
  history.push(votes.slice());
  closed[choice.chosen] = 1;
  moveOn(counting, choice.chosen);
}

/** The ballots of an excluded option go to the next option on each that is not excluded. */
function moveOn(counting: Counting, from: Place): void {
  const { rankings, piles, votes, closed } = counting;
  const moving = takeAll(piles.of[from]);
  for (let place = 0; place < moving.length; place++) {
    const index = moving[place] ?? 0;
    const count = rankings.counts[index] ?? 0;
    const to = advance(piles, rankings, index, closed);
    if (to === none) counting.exhausted += count;
    else {
      votes[to] = (votes[to] ?? 0) + count;
      put(piles.of[to], index);
    }
  }
  votes[from] = 0;
}

function tellStage(
  counting: Counting,
  winner: Place | undefined,
  excluded?: Choice,
  lowest: readonly Place[] = [],
): void {
  const { votes, closed, exhausted, stages } = counting;
  const rows = Array.from(votes, (votes, place): Row => {
    const standing =
      place === winner ? "elected" : closed[place] === 1 || place === excluded?.chosen ? "out" : undefined;
    const row = { of: { place }, cells: [closed[place] === 1 ? "" : String(votes)] };
    return standing === undefined ? row : { ...row, standing };
  });
  rows.push({ of: { key: "decisions.method.ranked.row.exhausted" }, cells: [String(exhausted)] });
  const columns = [{ key: "decisions.method.ranked.column.votes" }];
  stages.push({ said: sentences(counting, winner, excluded, lowest), columns, rows });
}

function sentences(
  { votes }: Counting,
  winner: Place | undefined,
  excluded: Choice | undefined,
  lowest: readonly Place[],
): readonly Said[] {
  const continuing = sum(votes);
  if (winner !== undefined) {
    const values = { votes: votes[winner] ?? 0, continuing };
    return [{ key: "decisions.method.irv.said.majority", values, places: { option: [winner] } }];
  }
  if (excluded === undefined) return [{ key: "decisions.method.ranked.said.no-preferences" }];
  const places = { option: [excluded.chosen] };
  const values = { votes: votes[excluded.chosen] ?? 0 };
  return [
    { key: "decisions.method.irv.said.no-majority", values: { continuing } },
    ...(excluded.by === "earlier-stage"
      ? [{ key: "decisions.method.ranked.said.tie-by-earlier-stage", places: { ...places, tied: lowest } }]
      : []),
    ...(excluded.by === "lot"
      ? [{ key: "decisions.method.ranked.said.tie-by-lot", places: { ...places, tied: lowest } }]
      : []),
    { key: "decisions.method.ranked.said.excluded", values, places },
  ];
}

function sum(numbers: Float64Array): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
