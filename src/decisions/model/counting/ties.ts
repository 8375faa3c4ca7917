import type { Place, Tie } from "../../methods/method.ts";

/** Votes of every option at the end of each stage so far, oldest first. */
export type History = readonly ArrayLike<number>[];

/** Who is dealt with first of several that stand equal, and how that was found; `by` is missing where there was but one. */
export interface Choice {
  readonly chosen: Place;
  readonly by?: Tie["by"];
}

/**
 * The one of `tied` with the fewest votes at the last stage at which they were not all equal; of those that still tie there, at the
 * stage before, and so on; in the end the first in `order`.
 */
export function lowestByEarlierStages(tied: readonly Place[], history: History, order: readonly Place[]): Choice {
  return byEarlierStages(tied, history, order, -1);
}

/** As {@link lowestByEarlierStages}, for the one with the most votes. */
export function highestByEarlierStages(tied: readonly Place[], history: History, order: readonly Place[]): Choice {
  return byEarlierStages(tied, history, order, 1);
}

/** The one of `tied` that comes first in the order declared or drawn before. */
export function firstInOrder(tied: readonly Place[], order: readonly Place[]): Choice {
  const chosen = order.find((place) => tied.includes(place)) ?? tied[0] ?? 0;
  return tied.length > 1 ? { chosen, by: "lot" } : { chosen };
}

function byEarlierStages(tied: readonly Place[], history: History, order: readonly Place[], sign: 1 | -1): Choice {
  let left = tied;
  for (let stage = history.length - 1; stage >= 0 && left.length > 1; stage--) {
    const votes = history[stage] ?? [];
    const best = Math.max(...left.map((place) => sign * (votes[place] ?? 0)));
    left = left.filter((place) => sign * (votes[place] ?? 0) === best);
  }
  const [chosen] = left;
  if (left.length === 1 && chosen !== undefined) return tied.length > 1 ? { chosen, by: "earlier-stage" } : { chosen };
  return firstInOrder(left, order);
}

/** The record of a tie of which one was dealt with to its harm (excluded): the others are preferred. None for no tie. */
export function tieAgainst(stage: number, between: readonly Place[], { chosen, by }: Choice): readonly Tie[] {
  return by === undefined ? [] : [{ stage, between, preferred: between.filter((place) => place !== chosen), by }];
}

/** The record of a tie of which one was preferred. None for no tie. */
export function tieFor(stage: number, between: readonly Place[], { chosen, by }: Choice): readonly Tie[] {
  return by === undefined ? [] : [{ stage, between, preferred: [chosen], by }];
}

/**
 * The records of those who were elected at once with equal votes, whose order among them is the one declared or drawn. `named` are all of
 * them, from the most votes down. Three of which the last two have 4 votes each give one record of these two.
 */
export function tiesOfOrder(
  stage: number,
  named: readonly Place[],
  votesOf: (place: Place) => number | bigint,
): readonly Tie[] {
  return [...Map.groupBy(named, votesOf).values()]
    .filter((equal) => equal.length > 1)
    .map((preferred) => ({ stage, between: preferred.toSorted((one, other) => one - other), preferred, by: "lot" }));
}
