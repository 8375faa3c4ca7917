import type { Place } from "../../methods/method.ts";
import type { StrictRankings } from "./strict-rankings.ts";

/**
 * Ballots in piles, each ballot on the pile of the option that holds it: of a million ballots only those that move are touched again.
 */
export interface Piles {
  /** The pile of each option. */
  readonly of: readonly Pile[];
  /** Where each ballot's holder stands among the places of all rankings. */
  readonly at: Int32Array;
}

/**
 * Ballots by their index, in a list that grows. Not each ballot naming the next: the processor would have to wait for one ballot to learn
 * where the next one lies.
 */
export interface Pile {
  ballots: Int32Array;
  size: number;
}

/** No option, no node. */
export const none = -1;

const FIRST_ROOM = 8;

/** Each ballot on the pile of its first preference, those without any on none; and the votes of each option. */
export function pileByFirstPreference(
  options: number,
  { counts, starts, places }: StrictRankings,
): { readonly piles: Piles; readonly votes: Float64Array } {
  const sizes = new Int32Array(options);
  for (let index = 0; index < counts.length; index++) {
    const start = starts[index] ?? 0;
    if (start !== starts[index + 1]) sizes[places[start] ?? none] = (sizes[places[start] ?? none] ?? 0) + 1;
  }
  const piles: Piles = { of: Array.from(sizes, (size) => newPile(size)), at: starts.slice(0, -1) };
  const votes = new Float64Array(options);
  for (let index = 0; index < counts.length; index++) {
    const start = starts[index] ?? 0;
    if (start === starts[index + 1]) continue;
    const place = places[start] ?? none;
    votes[place] = (votes[place] ?? 0) + (counts[index] ?? 0);
    put(piles.of[place], index);
  }
  return { piles, votes };
}

/** An empty pile, with room for so many ballots before it grows. */
export function newPile(room = FIRST_ROOM): Pile {
  return { ballots: new Int32Array(Math.max(room, FIRST_ROOM)), size: 0 };
}

/** Lays a ballot on a pile; a ballot without a pile is laid nowhere. */
export function put(pile: Pile | undefined, ballot: number): void {
  if (pile === undefined) return;
  if (pile.size === pile.ballots.length) {
    const wider = new Int32Array(pile.size + Math.ceil(pile.size / 2));
    wider.set(pile.ballots);
    pile.ballots = wider;
  }
  pile.ballots[pile.size++] = ballot;
}

/** Takes all ballots off a pile, which is empty then. */
export function takeAll(pile: Pile | undefined): Int32Array {
  if (pile === undefined) return new Int32Array();
  const taken = pile.ballots.subarray(0, pile.size);
  pile.ballots = new Int32Array(FIRST_ROOM);
  pile.size = 0;
  return taken;
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
