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
  return {
    options,
    preferred: options <= mostForSets ? pairsBySets(options, ballots) : pairsOneByOne(options, ballots),
  };
}

/** Up to here a set of options is one whole number of 32 bits. */
const mostForSets = 30;

/**
 * One step per option and group of a ballot instead of one per pair: counts how often an option comes after exactly this set of the
 * options of a group, and from that, once, how often it comes after each of them.
 */
function pairsBySets(options: number, ballots: readonly Counted<Ranking>[]): Float64Array {
  const size = groupSize(options, ballots.length);
  const groups = Math.ceil(options / size);
  const after = new Float64Array(options * groups * 2 ** size);
  const everybody = 2 ** options - 1;
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
        comeAfter(after, size, groups, before, only, count);
        before |= 1 << only;
      } else {
        for (const place of rank) comeAfter(after, size, groups, before, place, count);
        for (const place of rank) before |= 1 << place;
      }
    }
    // Who is left out comes after all that are ranked.
    if (before !== everybody) {
      for (let place = 0; place < options; place++)
        if (((before >> place) & 1) === 0) comeAfter(after, size, groups, before, place, count);
    }
  }
  return fromSets(options, size, groups, after);
}

/** How many options form a group: all of them where ballots are many beside their sets, else five. */
function groupSize(options: number, ballots: number): number {
  return options <= 14 && ballots > 4 * 2 ** options ? options : Math.min(options, 5);
}

/** Counts an option once more after the set of each group that is ranked before it; whom nothing is before comes after nobody. */
function comeAfter(
  after: Float64Array,
  size: number,
  groups: number,
  before: number,
  place: Place,
  count: number,
): void {
  const sets = 1 << size;
  let first = place * groups * sets;
  for (let left = before; left !== 0; left >>= size) {
    const cell = first + (left & (sets - 1));
    after[cell] = (after[cell] ?? 0) + count;
    first += sets;
  }
}

function fromSets(options: number, size: number, groups: number, after: Float64Array): Float64Array {
  const preferred = new Float64Array(options * options);
  const sets = 2 ** size;
  for (let cell = 0; cell < after.length; cell++) {
    const count = after[cell] ?? 0;
    if (count === 0) continue;
    const set = cell % sets;
    const group = Math.trunc(cell / sets) % groups;
    const other = Math.trunc(cell / sets / groups);
    for (let bit = 0; bit < size; bit++) {
      if ((set >> bit) % 2 === 0) continue;
      const pair = (group * size + bit) * options + other;
      preferred[pair] = (preferred[pair] ?? 0) + count;
    }
  }
  return preferred;
}

/** A step for each pair of a ballot, where options are too many for sets. */
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
