import type { Place, Tie } from "../../methods/method.ts";
import { preferring, type Pairs } from "./pairs.ts";

/** More prefer `winner` to `loser` than the reverse. */
export interface Victory {
  readonly winner: Place;
  readonly loser: Place;
  readonly votes: number;
  readonly against: number;
}

/** What became of each victory, in order, and the order of options that follows. */
export interface Locking {
  readonly steps: readonly { readonly victory: Victory; readonly isLocked: boolean }[];
  /** Whether locked victories lead from one option down to another. */
  readonly isAbove: (one: Place, other: Place) => boolean;
  /** Victories of equal strength of which some had to give way, so that their order by lot may have decided; in stage 1. */
  readonly ties: readonly Tie[];
}

/** All victories, the strongest first: by the votes for, then the fewer against, then the winner's and the loser's place in the lot. */
export function victories(pairs: Pairs, lot: readonly Place[]): readonly Victory[] {
  const places = Array.from({ length: pairs.options }, (_, place) => place);
  const all = places.flatMap((winner) =>
    places.flatMap((loser) => {
      const [votes, against] = [preferring(pairs, winner, loser), preferring(pairs, loser, winner)];
      return votes > against ? [{ winner, loser, votes, against }] : [];
    }),
  );
  const inLot = (place: Place) => lot.indexOf(place);
  return all.toSorted(
    (one, other) =>
      other.votes - one.votes ||
      one.against - other.against ||
      inLot(one.winner) - inLot(other.winner) ||
      inLot(other.loser) - inLot(one.loser),
  );
}

/** Locks each victory in turn, unless those locked before lead from its loser to its winner (Tideman 1987). */
export function lockPairs(options: number, sorted: readonly Victory[], lot: readonly Place[]): Locking {
  const above = new Uint8Array(options * options);
  const isAbove = (one: Place, other: Place) => above[one * options + other] === 1;
  const steps = sorted.map((victory) => {
    const isLocked = !isAbove(victory.loser, victory.winner);
    if (isLocked && !isAbove(victory.winner, victory.loser)) join(above, options, victory);
    return { victory, isLocked };
  });
  return { steps, isAbove, ties: equalThatGaveWay(steps, lot) };
}

/** All that were above the winner, and the winner, are now above the loser and all below it. */
function join(above: Uint8Array, options: number, { winner, loser }: Victory): void {
  for (let high = 0; high < options; high++) {
    if (high !== winner && above[high * options + winner] !== 1) continue;
    for (let low = 0; low < options; low++) {
      if (low === loser || above[loser * options + low] === 1) above[high * options + low] = 1;
    }
  }
}

function equalThatGaveWay(steps: Locking["steps"], lot: readonly Place[]): readonly Tie[] {
  const groups = Map.groupBy(steps, ({ victory }) => `${victory.votes} to ${victory.against}`);
  return [...groups.values()].flatMap((group): readonly Tie[] => {
    if (group.length < 2 || group.every(({ isLocked }) => isLocked)) return [];
    const places = new Set(group.flatMap(({ victory }) => [victory.winner, victory.loser]));
    const between = [...places].toSorted((one, other) => one - other);
    return [{ stage: 1, between, preferred: lot.filter((place) => places.has(place)), by: "lot" }];
  });
}
