import type { Counted, Place, Stage, Tally, Tie } from "../../methods/method.ts";
import { oneBillion, productUp, quotientUp } from "./fixed-point.ts";
import { tellMeekStage, type MeekRound } from "./meek-stages.ts";
import { defeat, elect, plantTree, type MeekTree } from "./meek-tree.ts";
import type { Ranking } from "./ranking.ts";
import { readRankings } from "./strict-rankings.ts";
import { firstInOrder, tieAgainst, tiesOfOrder } from "./ties.ts";

interface Meek {
  readonly tree: MeekTree;
  readonly seats: number;
  readonly papers: number;
  readonly order: readonly Place[];
  readonly kept: number[];
  readonly elected: Place[];
  readonly stages: Stage[];
  readonly ties: Tie[];
}

/** A surplus below a millionth of a vote ends the iterations of a round. */
const omega = 1000n;

/**
 * Counts by the Reference Meek Rule of the Proportional Representation Foundation, step by step:
 * https://prfound.org/resources/reference/reference-meek-rule/. Of options that tie for defeat, the first in `order` is defeated.
 */
export function countByMeek(
  options: number,
  seats: number,
  ballots: readonly Counted<Ranking>[],
  order: readonly Place[],
): Pick<Tally, "ballots" | "elected" | "stages" | "ties"> {
  const rankings = readRankings(options, ballots);
  const { total } = rankings;
  const papers = total - rankings.blank;
  const kept = Array.from({ length: options }, () => oneBillion);
  const tree = plantTree(options, rankings);
  const meek: Meek = { tree, seats, papers, order, kept, elected: [], stages: [], ties: [] };
  if (papers === 0) {
    const round = distribute(meek);
    const stages = [tellMeekStage({ ...round, surplus: 0n }, { seats, elected: [], outcome: { did: "nothing" } })];
    return { ballots: total, elected: [], stages, ties: [] };
  }
  while (!isComplete(meek)) runRound(meek);
  return { ballots: total, elected: meek.elected, stages: meek.stages, ties: meek.ties };
}

/** B.1: all seats are filled, or as few are left as there are seats. */
function isComplete({ elected, seats, tree }: Meek): boolean {
  return elected.length >= seats || elected.length + hopefuls(tree).length <= seats;
}

/** B.2 and B.3: iterates until somebody is elected or the surplus is spent, then defeats the lowest. */
function runRound(meek: Meek): void {
  let before: bigint | undefined;
  for (;;) {
    const distributed = distribute(meek);
    const { votes, quota } = distributed;
    const winners = byVotes(meek, votes).filter((place) => (votes[place] ?? 0n) >= quota);
    const elected = [...meek.elected, ...winners];
    const difference = elected.reduce((sum, place) => sum + (votes[place] ?? 0n) - quota, 0n);
    const round = { ...distributed, surplus: difference > 0n ? difference : 0n };
    if (winners.length > 0) return electWinners(meek, round, winners);
    if (round.surplus < omega || (before !== undefined && round.surplus >= before)) return defeatLowest(meek, round);
    before = round.surplus;
    for (const place of meek.elected) meek.kept[place] = keptAfter(meek.kept[place] ?? 0, quota, votes[place] ?? 1n);
  }
}

/** B.2.a and B.2.b: what each option gets of the ballots, and the quota. */
function distribute({ tree, seats, papers, kept }: Meek): Omit<MeekRound, "surplus"> {
  const { option, parent, through, options } = tree;
  const rest = new Int32Array(option.length);
  rest[0] = oneBillion;
  // Votes in two halves of 15 and more bits, since a vote of nine decimals times a million ballots needs more than 53.
  const [high, low] = [new Float64Array(options), new Float64Array(options)];
  for (let node = 1; node < option.length; node++) {
    const ballots = through[node] ?? 0;
    const place = option[node] ?? 0;
    const weight = rest[parent[node] ?? 0] ?? 0;
    if (ballots === 0 || weight === 0) continue;
    const share = productUp(weight, kept[place] ?? 0);
    rest[node] = weight - share;
    high[place] = (high[place] ?? 0) + (share >> 15) * ballots;
    low[place] = (low[place] ?? 0) + (share & 0x7fff) * ballots;
  }
  const votes = Array.from(high, (high, place) => (BigInt(high) << 15n) + BigInt(low[place] ?? 0));
  const quota = votes.reduce((sum, votes) => sum + votes, 0n) / BigInt(seats + 1) + 1n;
  return { papers, votes, quota, kept: [...kept] };
}

/** B.2.f: rounded up twice, and never more than the whole. */
function keptAfter(kept: number, quota: bigint, votes: bigint): number {
  const unit = BigInt(oneBillion);
  return Math.min(oneBillion, Number(quotientUp(quotientUp(BigInt(kept) * quota, unit) * unit, votes)));
}

function electWinners(meek: Meek, round: MeekRound, winners: readonly Place[]): void {
  for (const place of winners) {
    meek.elected.push(place);
    elect(meek.tree, place);
  }
  tell(meek, round, { did: "elected", winners });
}

/** B.3: whoever is within the surplus of the lowest ties with it. */
function defeatLowest(meek: Meek, round: MeekRound): void {
  const { votes, surplus } = round;
  const left = hopefuls(meek.tree);
  const lowest = left.reduce((least, place) => min(least, votes[place] ?? 0n), votes[left[0] ?? 0] ?? 0n);
  const tied = left.filter((place) => (votes[place] ?? 0n) <= lowest + surplus);
  const choice = firstInOrder(tied, meek.order);
  meek.ties.push(...tieAgainst(meek.stages.length, tied, choice));
  defeat(meek.tree, choice.chosen);
  meek.kept[choice.chosen] = 0;
  tell(meek, round, { did: "defeated", option: choice.chosen, tied });
}

/** Tells a round, and step C where it is the last: the seats that are left go to those who are left. */
function tell(
  meek: Meek,
  round: MeekRound,
  outcome:
    | { readonly did: "elected"; readonly winners: readonly Place[] }
    | { readonly did: "defeated"; readonly option: Place; readonly tied: readonly Place[] },
): void {
  const filled = isComplete(meek) && meek.elected.length < meek.seats ? byVotes(meek, round.votes) : [];
  meek.elected.push(...filled);
  const { seats, elected, stages } = meek;
  const named = [outcome.did === "elected" ? outcome.winners : [], filled].flatMap((places) =>
    tiesOfOrder(stages.length, places, (place) => round.votes[place] ?? 0n),
  );
  meek.ties.push(...named);
  const isFirst = stages.length === 0;
  stages.push(tellMeekStage(round, { seats, elected: [...elected], outcome, filled, named, isFirst }));
}

function hopefuls({ options, elected, defeated }: MeekTree): readonly Place[] {
  return Array.from({ length: options }, (_, place) => place).filter(
    (place) => elected[place] === 0 && defeated[place] === 0,
  );
}

/** The hopeful ones from the most votes down. */
function byVotes({ tree, order }: Meek, votes: readonly bigint[]): readonly Place[] {
  return hopefuls(tree).toSorted((one, other) => {
    const difference = (votes[other] ?? 0n) - (votes[one] ?? 0n);
    if (difference !== 0n) return difference > 0n ? 1 : -1;
    return order.indexOf(one) - order.indexOf(other);
  });
}

function min(one: bigint, other: bigint): bigint {
  return other < one ? other : one;
}
