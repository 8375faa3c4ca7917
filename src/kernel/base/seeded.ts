/**
 * Chance that anyone can replay: numbers and lots that follow from a published text, the seed.
 *
 * The text's UTF-8 bytes are hashed by FNV-1a (64 bit), the hash is spread by SplitMix64 over the state of xoshiro256**, whose numbers
 * are used. None of the three is cryptographic: whoever chooses the seed could search for one that pleases, so that a seed must be fixed
 * by something nobody chooses, or before it is known what hangs on it.
 *
 * Sources: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, "The FNV Non-Cryptographic Hash Algorithm", RFC 9923, https://www.rfc-editor.org/rfc/rfc9923;
 * D. Blackman, S. Vigna, "Scrambled Linear Pseudorandom Number Generators", 2021, https://prng.di.unimi.it/.
 */
export type Random64 = () => bigint;

/** A generator of whole numbers from 0 to 2^64 - 1, the same for the same seed on every machine. */
export function seededRandom(seed: string): Random64 {
  const spread = splitMix64(fnv1a64(seed));
  return xoshiro256([spread(), spread(), spread(), spread()]);
}

/**
 * The lot: the numbers from 0 to `count - 1` in an order that the seed alone decides, each order as likely as any other.
 *
 * Fisher and Yates's shuffle from the end (D. Knuth, "The Art of Computer Programming" 2, 3.4.2, algorithm P). `lotOrder(3, "a seed")` is
 * always the same order of 0, 1 and 2.
 */
export function lotOrder(count: number, seed: string): readonly number[] {
  const random = seededRandom(seed);
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const chosen = below(last + 1, random);
    const [one, other] = [order[last] ?? 0, order[chosen] ?? 0];
    order[last] = other;
    order[chosen] = one;
  }
  return order;
}

/** A whole number from 0 to `limit - 1`, without favour: what would favour small numbers is drawn again. */
function below(limit: number, random: Random64): number {
  const size = BigInt(limit);
  const fair = range - (range % size);
  let drawn = random();
  while (drawn >= fair) drawn = random();
  return Number(drawn % size);
}

const range = 2n ** 64n;
const mask = range - 1n;

/** FNV-1a over the UTF-8 bytes; `fnv1a64("a")` is 0xaf63dc4c8601ec8c. */
export function fnv1a64(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = ((hash ^ BigInt(byte)) * 0x100000001b3n) & mask;
  return hash;
}

/** SplitMix64 from a state; its first number from 1234567 is 6457827717110365317. */
export function splitMix64(start: bigint): Random64 {
  let state = start & mask;
  return () => {
    state = (state + 0x9e3779b97f4a7c15n) & mask;
    let mixed = state;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & mask;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & mask;
    return mixed ^ (mixed >> 31n);
  };
}

/** xoshiro256** from a state of four numbers, not all zero; its first number from 1, 2, 3, 4 is 11520. */
export function xoshiro256(start: readonly [bigint, bigint, bigint, bigint]): Random64 {
  let [s0, s1, s2, s3] = start;
  return () => {
    const result = (rotated((s1 * 5n) & mask, 7n) * 9n) & mask;
    const shifted = (s1 << 17n) & mask;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotated(s3, 45n);
    return result;
  };
}

function rotated(value: bigint, by: bigint): bigint {
  return ((value << by) | (value >> (64n - by))) & mask;
}
