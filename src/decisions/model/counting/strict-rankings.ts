import type { Counted } from "../../methods/method.ts";
import type { Ranking } from "./ranking.ts";

/**
 * Rankings of one option to a rank, read once into plain lists. A ranking as it is kept is a list of lists, three steps through memory
 * for each preference; counts that come back to a ballot again and again read it here.
 */
export interface StrictRankings {
  /** How many ballots read as each; an octet each where no more than 255 do, as where nobody has gathered them. */
  readonly counts: Uint8Array | Float64Array;
  /** Where each begins in `places`, and at the end where the last one ends. */
  readonly starts: Int32Array;
  /** The options of all of them, one ranking after the other; an octet each up to 256 options. */
  readonly places: Uint8Array | Uint16Array;
  /** How many ballots there are in all, and how many of them prefer nothing. */
  readonly total: number;
  readonly blank: number;
}

/** `readRankings(3, [{ ballot: [[2], [0]], count: 3 }])` has counts `[3]`, starts `[0, 2]`, places `[2, 0]`, 3 in all and none blank. */
export function readRankings(options: number, ballots: readonly Counted<Ranking>[]): StrictRankings {
  const counts = countsOf(ballots);
  const starts = new Int32Array(ballots.length + 1);
  let [total, blank] = [0, 0];
  let end = 0;
  // Loops by index, since these run once for each preference of each ballot.
  for (let index = 0; index < ballots.length; index++) {
    const counted = ballots[index];
    if (counted !== undefined) {
      total += counted.count;
      if (counted.ballot.length === 0) blank += counted.count;
      end += counted.ballot.length;
    }
    starts[index + 1] = end;
  }
  return { counts, starts, places: placesOf(options, ballots, end), total, blank };
}

function countsOf(ballots: readonly Counted<Ranking>[]): Uint8Array | Float64Array {
  const isSmall = ballots.every(({ count }) => count <= 255);
  const counts = isSmall ? new Uint8Array(ballots.length) : new Float64Array(ballots.length);
  for (let index = 0; index < ballots.length; index++) counts[index] = ballots[index]?.count ?? 0;
  return counts;
}

function placesOf(
  options: number,
  ballots: readonly Counted<Ranking>[],
  preferences: number,
): Uint8Array | Uint16Array {
  const places = options <= 256 ? new Uint8Array(preferences) : new Uint16Array(preferences);
  let next = 0;
  for (let index = 0; index < ballots.length; index++) {
    const ballot = ballots[index]?.ballot ?? [];
    for (let rank = 0; rank < ballot.length; rank++) places[next++] = ballot[rank]?.[0] ?? 0;
  }
  return places;
}
