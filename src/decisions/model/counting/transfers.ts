import type { Counted, Place, Tally } from "../../methods/method.ts";
import { advance, none, pileByFirstPreference, put, takeAll } from "./piles.ts";
import type { Ranking } from "./ranking.ts";
import { readRankings } from "./strict-rankings.ts";
import { tellTransferStage, type Doing } from "./transfer-stages.ts";
import { wholeVote, type Transfers } from "./transfer-state.ts";
import { highestByEarlierStages, lowestByEarlierStages, tieAgainst, tieFor, tiesOfOrder } from "./ties.ts";

/**
 * Counts by transfers as rules 45 to 52 of the Scottish Local Government Elections Order 2007 (S.S.I. 2007 No. 42, Schedule 1) say: quota,
 * the largest surplus first and over all ballots held, values cut to five decimals, then the exclusion of the lowest; ties by earlier
 * stages, then by `order`, of which the first is dealt with first. https://www.legislation.gov.uk/ssi/2007/42/schedule/1/made
 */
export function countByTransfers(
  options: number,
  seats: number,
  ballots: readonly Counted<Ranking>[],
  order: readonly Place[],
): Pick<Tally, "ballots" | "elected" | "stages" | "ties"> {
  const rankings = readRankings(options, ballots);
  const { total, blank } = rankings;
  const { piles, votes } = pileByFirstPreference(options, rankings);
  const papers = total - blank;
  const quota = (Math.floor(papers / (seats + 1)) + 1) * wholeVote;
  const counting: Transfers = {
    seats,
    quota,
    papers,
    rankings,
    piles,
    votes: votes.map((votes) => votes * wholeVote),
    values: new Int32Array(ballots.length).fill(wholeVote),
    closed: new Uint8Array(options),
    excluded: new Uint8Array(options),
    elected: [],
    waiting: [],
    history: [],
    notTransferable: 0,
  };
  const tally = { ballots: total, stages: [], ties: [] };
  if (papers === 0) return { ...tally, elected: [], stages: [tellTransferStage(counting, { did: "nothing" })] };
  return { ballots: total, ...runStages(counting, order) };
}

function runStages(counting: Transfers, order: readonly Place[]): Pick<Tally, "elected" | "stages" | "ties"> {
  const stages = [];
  const ties = [];
  for (;;) {
    const reached = electThoseWithQuota(counting, order);
    const doing = nextDoing(counting, order, stages.length);
    const named = [reached, doing.did === "filled" ? doing.filled : []].flatMap((places) =>
      tiesOfOrder(stages.length, places, (place) => counting.votes[place] ?? 0),
    );
    ties.push(...named, ...(doing.tie ?? []));
    stages.push(tellTransferStage(counting, { ...doing, reached, named }));
    counting.history.push(counting.votes.slice());
    if (doing.did === "transferred") transferSurplus(counting, doing.option);
    else if (doing.did === "excluded") exclude(counting, doing.option);
    else return { elected: counting.elected, stages, ties };
  }
}

/** Rule 47: who has the quota is elected; several at one stage are named from the most votes down. */
function electThoseWithQuota(
  { votes, closed, quota, elected, waiting }: Transfers,
  order: readonly Place[],
): readonly Place[] {
  const reached = byVotes(
    open(closed).filter((place) => (votes[place] ?? 0) >= quota),
    votes,
    order,
  );
  for (const place of reached) {
    closed[place] = 1;
    elected.push(place);
    if ((votes[place] ?? 0) > quota) waiting.push(place);
  }
  return reached;
}

function nextDoing(counting: Transfers, order: readonly Place[], stage: number): Doing {
  const { seats, votes, closed, elected, waiting, history } = counting;
  if (elected.length >= seats) return { did: "nothing" };
  const left = open(closed);
  if (left.length <= seats - elected.length) {
    // Rule 52: the last vacancies.
    const filled = byVotes(left, votes, order);
    elected.push(...filled);
    return { did: "filled", filled };
  }
  if (waiting.length > 0) {
    // Rule 49: the largest surplus first.
    const tied = waiting.filter((place) => votes[place] === Math.max(...waiting.map((place) => votes[place] ?? 0)));
    const choice = highestByEarlierStages(tied, history, order);
    return { did: "transferred", option: choice.chosen, by: choice.by, tied, tie: tieFor(stage, tied, choice) };
  }
  // Rules 50 and 51: the lowest is excluded.
  const tied = left.filter((place) => votes[place] === Math.min(...left.map((place) => votes[place] ?? 0)));
  const choice = lowestByEarlierStages(tied, history, order);
  return { did: "excluded", option: choice.chosen, by: choice.by, tied, tie: tieAgainst(stage, tied, choice) };
}

/** Rule 48: each ballot goes on at surplus × value ÷ votes, what lies beyond the fifth decimal being left out. */
function transferSurplus(counting: Transfers, from: Place): void {
  const { votes, quota, waiting } = counting;
  const held = BigInt(votes[from] ?? 0);
  const surplus = held - BigInt(quota);
  const cut = new Map<number, number>();
  moveBallots(counting, from, (value) => {
    const known = cut.get(value);
    if (known !== undefined) return known;
    const reduced = Number((surplus * BigInt(value)) / held);
    cut.set(value, reduced);
    return reduced;
  });
  votes[from] = quota;
  waiting.splice(waiting.indexOf(from), 1);
}

/** Rule 50: the ballots of the excluded go on at the value at which they came. */
function exclude(counting: Transfers, option: Place): void {
  counting.closed[option] = 1;
  counting.excluded[option] = 1;
  moveBallots(counting, option, (value) => value);
  counting.votes[option] = 0;
}

function moveBallots(counting: Transfers, from: Place, valueAfter: (value: number) => number): void {
  const { rankings, piles, votes, values, closed } = counting;
  const moving = takeAll(piles.of[from]);
  for (let place = 0; place < moving.length; place++) {
    const index = moving[place] ?? 0;
    const value = valueAfter(values[index] ?? 0);
    const worth = (rankings.counts[index] ?? 0) * value;
    const to = advance(piles, rankings, index, closed);
    if (to === none) counting.notTransferable += worth;
    else {
      values[index] = value;
      votes[to] = (votes[to] ?? 0) + worth;
      put(piles.of[to], index);
    }
  }
}

function open(closed: Uint8Array): readonly Place[] {
  return Array.from(closed.keys()).filter((place) => closed[place] === 0);
}

function byVotes(places: readonly Place[], votes: Float64Array, order: readonly Place[]): readonly Place[] {
  return places.toSorted(
    (one, other) => (votes[other] ?? 0) - (votes[one] ?? 0) || order.indexOf(one) - order.indexOf(other),
  );
}
