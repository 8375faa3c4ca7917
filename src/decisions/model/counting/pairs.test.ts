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

test("numbers of ballots that 32 bits do not hold are counted exactly", () => {
  const pairs = countPairs(3, [
    { ballot: [[0], [1], [2]], count: 2_000_000_000 },
    { ballot: [[0], [2]], count: 1_000_000_000 },
  ]);
  expect(preferring(pairs, 0, 1)).toBe(3_000_000_000);
  expect(preferring(pairs, 2, 1)).toBe(1_000_000_000);
  expect(pairs.ballots).toBe(3_000_000_000);
});

/** Up to 14 options are counted in two parts, up to 30 in more, and beyond that pair by pair. */
test("every pair is as the definition has it, however many ballots and options", () => {
  const electorate = fc.constantFrom(1, 2, 3, 4, 5, 7, 12, 14, 15, 22, 30, 31).chain((options) => {
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
