import type { Counted, Place } from "../../methods/method.ts";
import type { Ranking } from "./ranking.ts";

/**
 * Ballots in piles, each ballot on the pile of the option that holds it, read where they are: of a million ballots only those that move
 * are touched again.
 */
export interface Piles {
  /** The first ballot of each pile, by its index; -1 for an empty pile. */
  readonly first: Int32Array;
  /** The ballot after each ballot on its pile; -1 for the last. */
  readonly next: Int32Array;
  /** The rank at which each ballot's holder stands on it. */
  readonly rank: Int32Array;
}

/** No ballot, no option, no more. */
export const none = -1;

/** Each ballot on the pile of its first preference, those without any on none. Gives the votes by option, and what has no preference. */
export function pileByFirstPreference(
  options: number,
  ballots: readonly Counted<Ranking>[],
): { readonly piles: Piles; readonly votes: Float64Array; readonly blank: number } {
  const piles: Piles = {
    first: new Int32Array(options).fill(none),
    next: new Int32Array(ballots.length).fill(none),
    rank: new Int32Array(ballots.length),
  };
  const votes = new Float64Array(options);
  let blank = 0;
  for (let index = 0; index < ballots.length; index++) {
    const counted = ballots[index];
    if (counted === undefined) continue;
    const place = counted.ballot[0]?.[0];
    if (place === undefined) blank += counted.count;
    else {
      votes[place] = (votes[place] ?? 0) + counted.count;
      put(piles, index, place);
    }
  }
  return { piles, votes, blank };
}

/** Lays a ballot on a pile. */
export function put(piles: Piles, ballot: number, on: Place): void {
  piles.next[ballot] = piles.first[on] ?? none;
  piles.first[on] = ballot;
}

/** The next option on a ballot, after the rank where it stands, that is not `closed`; the ballot then stands there. -1 for none. */
export function advance(piles: Piles, ranking: Ranking, ballot: number, closed: Uint8Array): Place {
  const ranks = ranking.length;
  for (let rank = (piles.rank[ballot] ?? 0) + 1; rank < ranks; rank++) {
    const place = ranking[rank]?.[0] ?? none;
    if (closed[place] === 0) {
      piles.rank[ballot] = rank;
      return place;
    }
  }
  piles.rank[ballot] = ranks;
  return none;
}
