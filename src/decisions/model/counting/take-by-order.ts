import type { Place, Tie } from "../../methods/method.ts";

/**
 * The seats filled from an order of levels, best first, each level holding options of equal standing. A level that holds more than the
 * seats left is taken whole, and the tie stands.
 *
 * `takeLevels([[2], [0, 1]], 2, 1)` takes all three, with a tie between 0 and 1 in stage 1.
 */
export function takeLevels(
  levels: readonly (readonly Place[])[],
  seats: number,
  stage: number,
): { readonly elected: readonly Place[]; readonly ties: readonly Tie[] } {
  const elected: Place[] = [];
  for (const level of levels) {
    if (elected.length >= seats) break;
    const isTied = level.length > seats - elected.length;
    elected.push(...level);
    if (isTied) return { elected, ties: [{ stage, between: level, preferred: [], by: "stands" }] };
  }
  return { elected, ties: [] };
}

/** Options in levels: the best are those that no other of those left beats. An order without circles always has some. */
export function levelsOf(options: number, beats: (one: Place, other: Place) => boolean): readonly (readonly Place[])[] {
  const levels: (readonly Place[])[] = [];
  let left: readonly Place[] = Array.from({ length: options }, (_, place) => place);
  while (left.length > 0) {
    const those = left;
    const best = those.filter((one) => !those.some((other) => beats(other, one)));
    if (best.length === 0) throw new Error(`the options ${those.join(", ")} beat each other in a circle`);
    levels.push(best);
    left = those.filter((place) => !best.includes(place));
  }
  return levels;
}
