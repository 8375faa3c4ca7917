/**
 * Rankings of all options as a crowd gives them: each voter draws the options one after the other, each with odds after its popularity
 * (R. L. Plackett, "The Analysis of Permutations", 1975; R. D. Luce, 1959). The same for the same seed.
 */
export function manyRankings(voters: number, options: number, seed: number): readonly (readonly number[])[] {
  const random = mulberry32(seed);
  const popularity = Array.from({ length: options }, (_, place) => 1 + place * 0.35 + random());
  return Array.from({ length: voters }, () => {
    // Drawing in turn with these odds is sorting by exponential times with these rates.
    const times = popularity.map((rate) => -Math.log(1 - random()) / rate);
    return Array.from(times.keys()).sort((one, other) => (times[one] ?? 0) - (times[other] ?? 0));
  });
}

/** A small quick generator, good enough for made-up voters (T. Ettinger, 2017, public domain). */
function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
