import fc from "fast-check";
import { expect, test } from "vitest";
import { joined } from "../../../../testing/ballots/files.ts";
import { countPairs, preferring } from "./pairs.ts";
import type { Ranking } from "./ranking.ts";

test("who is ranked is preferred to who is left out, and equal ranks prefer neither", () => {
  const pairs = countPairs(4, [{ ballot: [[0], [1, 2]], count: 3 }]);
  expect(preferring(pairs, 0, 1)).toBe(3);
  expect(preferring(pairs, 0, 3)).toBe(3);
  expect(preferring(pairs, 1, 2)).toBe(0);
  expect(preferring(pairs, 2, 1)).toBe(0);
  expect(preferring(pairs, 2, 3)).toBe(3);
  expect(preferring(pairs, 3, 0)).toBe(0);
});

/** Ballots are counted by sets of all options where they are many, by sets of five else, and pair by pair where options are many. */
test("every pair is as the definition has it, however many ballots and options", () => {
  const electorate = fc.constantFrom(1, 2, 3, 4, 5, 7, 12, 30, 31).chain((options) => {
    const places = Array.from({ length: options }, (_, place) => place);
    const ranking = fc
      .tuple(fc.shuffledSubarray(places), fc.array(fc.boolean(), { minLength: options, maxLength: options }))
      .map(([order, joins]) => joined(order, joins));
    const ballots = fc.array(fc.record({ ballot: ranking, count: fc.integer({ min: 1, max: 5 }) }), { maxLength: 40 });
    return fc.record({ options: fc.constant(options), ballots });
  });
  fc.assert(
    fc.property(electorate, ({ options, ballots }) => {
      const pairs = countPairs(options, ballots);
      for (let one = 0; one < options; one++) {
        for (let other = 0; other < options; other++) {
          const prefer = ballots.filter(({ ballot }) => one !== other && isBefore(ballot, one, other));
          expect(preferring(pairs, one, other)).toBe(prefer.reduce((sum, { count }) => sum + count, 0));
        }
      }
    }),
  );
});

function isBefore(ballot: Ranking, one: number, other: number): boolean {
  const rank = (place: number) => ballot.findIndex((rank) => rank.includes(place));
  return rank(one) >= 0 && (rank(other) < 0 || rank(one) < rank(other));
}
