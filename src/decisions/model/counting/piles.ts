import type { Place } from "../../methods/method.ts";
import type { StrictRankings } from "./strict-rankings.ts";

/**
 * Ballots in piles, each ballot on the pile of the option that holds it: of a million ballots only those that move are touched again.
 */
export interface Piles {
  /** The first ballot of each pile, by its index; -1 for an empty pile. */
  readonly first: Int32Array;
  /** The ballot after each ballot on its pile; -1 for the last. */
  readonly next: Int32Array;
  /** Where each ballot's holder stands among the places of all rankings. */
  readonly at: Int32Array;
}

/** No ballot, no option, no more. */
export const none = -1;

/** Each ballot on the pile of its first preference, those without any on none; and the votes of each option. */
export function pileByFirstPreference(
  options: number,
  { counts, starts, places }: StrictRankings,
): { readonly piles: Piles; readonly votes: Float64Array } {
  const piles: Piles = {
    first: new Int32Array(options).fill(none),
    next: new Int32Array(counts.length).fill(none),
    at: starts.slice(0, -1),
  };
  const votes = new Float64Array(options);
  for (let index = 0; index < counts.length; index++) {
    const start = starts[index] ?? 0;
    if (start === starts[index + 1]) continue;
    const place = places[start] ?? none;
    votes[place] = (votes[place] ?? 0) + (counts[index] ?? 0);
    put(piles, index, place);
  }
  return { piles, votes };
}

/** Lays a ballot on a pile. */
export function put(piles: Piles, ballot: number, on: Place): void {
  piles.next[ballot] = piles.first[on] ?? none;
  piles.first[on] = ballot;
}

/** The next option on a ballot, after the one that holds it, that is not `closed`; the ballot then stands there. -1 for none. */
export function advance(piles: Piles, { starts, places }: StrictRankings, ballot: number, closed: Uint8Array): Place {
  const end = starts[ballot + 1] ?? 0;
  for (let at = (piles.at[ballot] ?? 0) + 1; at < end; at++) {
    const place = places[at] ?? none;
    if (closed[place] === 0) {
      piles.at[ballot] = at;
      return place;
    }
  }
  piles.at[ballot] = end;
  return none;
}
