import type { Counted, Place, Row, Stage } from "../../methods/method.ts";
import { ballotsIn } from "./choices.ts";
import type { Ranking } from "./ranking.ts";

/**
 * How many ballots prefer one option to another, in a table by rows: `preferred[one * options + other]`. Equal ranks prefer neither;
 * whoever is ranked is preferred to whoever is left out.
 */
export interface Pairs {
  readonly options: number;
  /** How many ballots there are in all. */
  readonly ballots: number;
  readonly preferred: Float64Array;
}

/** How many prefer `one` to `other`. */
export function preferring({ options, preferred }: Pairs, one: Place, other: Place): number {
  return preferred[one * options + other] ?? 0;
}

/** The table of all pairs. */
export function countPairs(options: number, ballots: readonly Counted<Ranking>[]): Pairs {
  const total = ballotsIn(ballots);
  const isSmall = options <= mostForSets && total <= mostInOneNumber;
  const preferred = isSmall ? pairsBySets(options, ballots) : pairsOneByOne(options, ballots);
  return { options, ballots: total, preferred };
}

/** Up to here a set of options is one whole number of 32 bits. */
const mostForSets = 30;
/** So many options form a part at most, so that the sets of all parts stay small enough to be at hand. */
const mostInPart = 7;
/** Up to here a number of ballots is one. */
const mostInOneNumber = 2 ** 31 - 1;

/**
 * A step for each half of the options instead of one for each pair: counts how often an option comes after exactly this set of options
 * of a half, and from that, once, how often it comes after each of them. Beyond fourteen options there are more parts than two.
 */
function pairsBySets(options: number, ballots: readonly Counted<Ranking>[]): Float64Array {
  const parts = Math.max(2, Math.ceil(options / mostInPart));
  const size = Math.ceil(options / parts);
  const after = new Int32Array((options * parts) << size);
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
        comeAfter(after, parts, size, before, only, count);
        before |= 1 << only;
      } else {
        for (const place of rank) comeAfter(after, parts, size, before, place, count);
        for (const place of rank) before |= 1 << place;
      }
    }
    // Who is left out comes after all that are ranked.
    if (before !== everybody) {
      for (let place = 0; place < options; place++)
        if (((before >> place) & 1) === 0) comeAfter(after, parts, size, before, place, count);
    }
  }
  return fromSets(options, parts, size, after);
}

/** Counts an option once more after the set of each part that is ranked before it. */
function comeAfter(after: Int32Array, parts: number, size: number, before: number, place: Place, count: number): void {
  const whole = (1 << size) - 1;
  // The first two by themselves: a loop over them would cost as much again as what it does.
  const first = ((place * parts) << size) + (before & whole);
  after[first] = (after[first] ?? 0) + count;
  const second = ((place * parts + 1) << size) + ((before >> size) & whole);
  after[second] = (after[second] ?? 0) + count;
  for (let part = 2; part < parts; part++) {
    const cell = ((place * parts + part) << size) + ((before >> (part * size)) & whole);
    after[cell] = (after[cell] ?? 0) + count;
  }
}

function fromSets(options: number, parts: number, size: number, after: Int32Array): Float64Array {
  const preferred = new Float64Array(options * options);
  let cell = 0;
  for (let other = 0; other < options; other++) {
    for (let first = 0; first < parts * size; first += size) {
      for (let set = 0; set < 1 << size; set++) {
        const count = after[cell++] ?? 0;
        for (let left = set, one = first; count > 0 && left > 0; left >>= 1, one++)
          if ((left & 1) === 1) preferred[one * options + other] = (preferred[one * options + other] ?? 0) + count;
      }
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
