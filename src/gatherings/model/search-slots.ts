import { worthInHalves } from "./fairness.ts";
import type { PollParticipant } from "./fairness.ts";
import type { SlotId } from "./gathering.ts";

/** A candidate in the search: a slot, and how much night it costs all people together. */
export interface SlotToWeigh {
  readonly id: SlotId;
  readonly nightCost: number;
}

/**
 * Finds the best choice of `count` slots by looking at every choice; their places in `slots`, in rising order.
 *
 * The best is, in this order: the greatest sum of the mean worth to all and the mean worth to the worst-served instance; most
 * people covered; the greatest mean worth to the worst-served zone; the least night; the earliest places (decision record
 * 0010). A branch is skipped only when even all slots left in it together would be worth less than what is found already.
 */
export function searchSlots(
  slots: readonly SlotToWeigh[],
  answered: readonly PollParticipant[],
  count: number,
): readonly number[] {
  const picks = Math.min(count, slots.length);
  const worths = slots.map(({ id }) => Uint8Array.from(answered, (one) => worthInHalves(one.availability.get(id))));
  const nothing = new Uint8Array(answered.length);
  const worthOfRest = worths.map((_, first) => worths.slice(first).reduce(bestOfBoth, nothing));
  const everything = worthOfRest[0] ?? nothing;
  const instances = groupsOf(answered, everything, (one) => one.instance);
  const zones = groupsOf(answered, everything, (one) => one.zone);

  const standingOf = (places: readonly number[], worth: Uint8Array, merit: Ratio): Standing => ({
    places,
    merit,
    covered: worth.filter((halves) => halves > 0).length,
    worstZone: worstMean(zones, worth),
    nightCost: places.reduce((sum, place) => sum + (slots[place]?.nightCost ?? 0), 0),
  });
  const search = (champion: Standing, places: readonly number[], worth: Uint8Array): Standing => {
    const left = picks - places.length;
    if (left === 0) {
      const merit = meritOf(instances, worth);
      if (compareRatios(merit, champion.merit) < 0) return champion;
      const challenger = standingOf(places, worth, merit);
      return isBetter(challenger, champion) ? challenger : champion;
    }
    const first = (places.at(-1) ?? -1) + 1;
    const ceiling = meritOf(instances, bestOfBoth(worth, worthOfRest[first] ?? nothing));
    if (compareRatios(ceiling, champion.merit) < 0) return champion;
    let best = champion;
    for (let place = first; place <= slots.length - left; place++) {
      best = search(best, [...places, place], bestOfBoth(worth, worths[place] ?? nothing));
    }
    return best;
  };
  const worseThanAny = standingOf([], nothing, { above: -1, below: 1 });
  return search(worseThanAny, [], nothing).places;
}

/** How good one choice is. */
interface Standing {
  readonly places: readonly number[];
  readonly merit: Ratio;
  readonly covered: number;
  readonly worstZone: Ratio;
  readonly nightCost: number;
}

/** A fraction whose parts are small enough to be exact as numbers, for the inner loop. */
interface Ratio {
  readonly above: number;
  readonly below: number;
}

/** The group of each person, or -1, and how many are in each group. */
interface Groups {
  readonly of: Int32Array;
  readonly sizes: Int32Array;
}

// Choices are visited in rising order of places: of equals, the first found has the earliest slots and stays.
function isBetter(challenger: Standing, champion: Standing): boolean {
  const difference =
    compareRatios(challenger.merit, champion.merit) ||
    challenger.covered - champion.covered ||
    compareRatios(challenger.worstZone, champion.worstZone) ||
    champion.nightCost - challenger.nightCost;
  return difference > 0;
}

/** The mean worth to all plus the mean worth to the worst-served instance, times the (constant) number of people. */
function meritOf(instances: Groups, worth: Uint8Array): Ratio {
  const worst = worstMean(instances, worth);
  let total = 0;
  for (const halves of worth) total += halves;
  return { above: total * worst.below + worth.length * worst.above, below: worst.below };
}

function worstMean(groups: Groups, worth: Uint8Array): Ratio {
  const sums = new Int32Array(groups.sizes.length);
  for (let person = 0; person < worth.length; person++) {
    const group = groups.of[person] ?? -1;
    if (group >= 0) sums[group] = (sums[group] ?? 0) + (worth[person] ?? 0);
  }
  let worst: Ratio | null = null;
  for (let group = 0; group < sums.length; group++) {
    const mean = { above: sums[group] ?? 0, below: groups.sizes[group] ?? 1 };
    if (worst === null || compareRatios(mean, worst) < 0) worst = mean;
  }
  return worst ?? { above: 0, below: 1 };
}

/** Groups people by name, without those groups that no choice could serve: their 0 would hide how the others fare. */
function groupsOf(
  answered: readonly PollParticipant[],
  everything: Uint8Array,
  nameOf: (participant: PollParticipant) => string | null,
): Groups {
  const names = new Set(answered.filter((_, person) => (everything[person] ?? 0) > 0).map(nameOf));
  const numbers = new Map([...names].filter((name) => name !== null).map((name, number) => [name, number]));
  const of = Int32Array.from(answered, (one) => numbers.get(nameOf(one) ?? "") ?? -1);
  const sizes = new Int32Array(numbers.size);
  for (const group of of) if (group >= 0) sizes[group] = (sizes[group] ?? 0) + 1;
  return { of, sizes };
}

function bestOfBoth(one: Uint8Array, other: Uint8Array): Uint8Array {
  // A plain loop, as in the sums above: with callbacks a search over 150 people and 48 slots takes four times as long.
  const best = new Uint8Array(one.length);
  for (let person = 0; person < best.length; person++) best[person] = Math.max(one[person] ?? 0, other[person] ?? 0);
  return best;
}

function compareRatios(one: Ratio, other: Ratio): number {
  return one.above * other.below - other.above * one.below;
}
