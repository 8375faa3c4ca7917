/**
 * Numbers of places as bits: bit n % 8 of octet n / 8 is set where n is in it. Twenty thousand places take 2.5 kB for each answer, so that any
 * filter is a handful of operations on octets. Sets may be of unlike length; what is beyond the end of one is not in it.
 */
export type NumberSet = Uint8Array;

/** A set of these numbers; `numbersIn(setOf([3, 11]))` is `[3, 11]`. */
export function setOf(numbers: readonly number[]): NumberSet {
  const set = new Uint8Array((numbers.reduce((most, number) => Math.max(most, number), -1) >> 3) + 1);
  for (const number of numbers) set[number >> 3] = (set[number >> 3] ?? 0) | (1 << (number & 7));
  return set;
}

/** What is in at least one of them. */
export function inAny(sets: readonly NumberSet[]): NumberSet {
  const all = new Uint8Array(sets.reduce((most, { length }) => Math.max(most, length), 0));
  for (const set of sets) for (const [place, octet] of set.entries()) all[place] = (all[place] ?? 0) | octet;
  return all;
}

/** What is in both. */
export function inBoth(one: NumberSet, other: NumberSet): NumberSet {
  return one.map((octet, place) => octet & (other[place] ?? 0));
}

/** What is in the first and not in the second. */
export function without(one: NumberSet, other: NumberSet): NumberSet {
  return one.map((octet, place) => octet & ~(other[place] ?? 0));
}

/** Whether this number is in it. */
export function isIn(set: NumberSet, number: number): boolean {
  return ((set[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
}

/** How many numbers are in it. */
export function sizeOf(set: NumberSet): number {
  return set.reduce((sum, octet) => sum + (bitsOf[octet] ?? 0), 0);
}

/** The numbers in it, the lowest first. */
export function numbersIn(set: NumberSet): readonly number[] {
  return [...set].flatMap((octet, place) => eight.filter((bit) => octet & (1 << bit)).map((bit) => 8 * place + bit));
}

const eight = [0, 1, 2, 3, 4, 5, 6, 7] as const;
const bitsOf = Uint8Array.from({ length: 256 }, (_, octet) => eight.filter((bit) => octet & (1 << bit)).length);
