import type { Counted, Place, Row, Stage } from "../../methods/method.ts";
import type { Ranking } from "./ranking.ts";

/**
 * How many ballots prefer one option to another, in a table by rows: `preferred[one * options + other]`. Equal ranks prefer neither;
 * whoever is ranked is preferred to whoever is left out.
 */
export interface Pairs {
  readonly options: number;
  readonly preferred: Float64Array;
}

/** How many prefer `one` to `other`. */
export function preferring({ options, preferred }: Pairs, one: Place, other: Place): number {
  return preferred[one * options + other] ?? 0;
}

/** The table of all pairs. */
export function countPairs(options: number, ballots: readonly Counted<Ranking>[]): Pairs {
  const areManyForSets = options <= mostForSets && ballots.length > 2 ** options;
  return { options, preferred: areManyForSets ? pairsBySets(options, ballots) : pairsOneByOne(options, ballots) };
}

/** Up to here the sets of options, 2^options, are few beside many ballots. */
const mostForSets = 14;

/**
 * One step per option of a ballot instead of one per pair: counts how often an option comes after exactly this set of options, and from
 * that, once, how often it comes after each.
 */
function pairsBySets(options: number, ballots: readonly Counted<Ranking>[]): Float64Array {
  const sets = 2 ** options;
  const after = new Float64Array(sets * options);
  const ended = new Float64Array(sets);
  // Loops by index: this runs once for each option on each ballot, and iterators cost more than the counting.
  for (let index = 0; index < ballots.length; index++) {
    const counted = ballots[index];
    if (counted === undefined) continue;
    const { ballot, count } = counted;
    let before = 0;
    for (let position = 0; position < ballot.length; position++) {
      const rank = ballot[position] ?? [];
      const only = rank[0];
      if (rank.length === 1 && only !== undefined) {
        const cell = before * options + only;
        after[cell] = (after[cell] ?? 0) + count;
        before |= 1 << only;
      } else before = countEqual(after, options, rank, before, count);
    }
    ended[before] = (ended[before] ?? 0) + count;
  }
  return fromSets(options, after, ended);
}

function countEqual(
  after: Float64Array,
  options: number,
  rank: readonly Place[],
  before: number,
  count: number,
): number {
  let then = before;
  for (const place of rank) {
    const index = before * options + place;
    after[index] = (after[index] ?? 0) + count;
    then |= 1 << place;
  }
  return then;
}

function fromSets(options: number, after: Float64Array, ended: Float64Array): Float64Array {
  const preferred = new Float64Array(options * options);
  for (let set = 1; set < ended.length; set++) {
    const leftOut = ended[set] ?? 0;
    for (let other = 0; other < options; other++) {
      // Who is left out comes after all that are ranked.
      const count = (after[set * options + other] ?? 0) + ((set >> other) % 2 === 0 ? leftOut : 0);
      if (count === 0) continue;
      for (let one = 0; one < options; one++) {
        if ((set >> one) % 2 === 0) continue;
        preferred[one * options + other] = (preferred[one * options + other] ?? 0) + count;
      }
    }
  }
  return preferred;
}

function pairsOneByOne(options: number, ballots: readonly Counted<Ranking>[]): Float64Array {
  const preferred = new Float64Array(options * options);
  const isLeft = new Uint8Array(options);
  const left = new Int32Array(options);
  for (const { ballot, count } of ballots) {
    isLeft.fill(1);
    for (const rank of ballot) {
      for (const place of rank) isLeft[place] = 0;
      let many = 0;
      for (let other = 0; other < options; other++) if (isLeft[other] === 1) left[many++] = other;
      for (const place of rank) {
        for (let index = 0; index < many; index++) {
          const cell = place * options + (left[index] ?? 0);
          preferred[cell] = (preferred[cell] ?? 0) + count;
        }
      }
    }
  }
  return preferred;
}

/** The table of pairs as the first stage of a count: each row says how many prefer its option to that of each column. */
export function tellPairs(pairs: Pairs): Stage {
  return tellTable(pairs.options, pairs.preferred, [{ key: "decisions.method.ranked.said.pairs" }]);
}

/** A table of options by options. */
export function tellTable(options: number, numbers: Float64Array, said: Stage["said"]): Stage {
  const places = Array.from({ length: options }, (_, place) => place);
  const rows = places.map((place): Row => {
    const cells = places.map((other) => (other === place ? "" : String(numbers[place * options + other] ?? 0)));
    return { of: { place }, cells };
  });
  return { said, columns: places.map((place) => ({ place })), rows };
}

/** Whether any ballot prefers anything to anything: if none does, there is nothing to conclude. */
export function preferNothing({ preferred }: Pairs): boolean {
  return preferred.every((count) => count === 0);
}
