import fc from "fast-check";
import { expect, test } from "vitest";
import type { Counted } from "../../methods/method.ts";
import { countByMeek } from "./meek.ts";
import type { Ranking } from "./ranking.ts";

/**
 * The reference rule once more, ballot by ballot and in whole numbers of any size, with nothing clever: the votes and shares of each
 * round, and who is elected.
 */
function plainly(options: number, seats: number, ballots: readonly Counted<Ranking>[]) {
  const unit = 1_000_000_000n;
  const kept: bigint[] = Array.from({ length: options }, () => unit);
  const [elected, defeated]: [number[], number[]] = [[], []];
  const rounds: { votes: readonly bigint[]; kept: readonly bigint[] }[] = [];
  const hopefuls = () =>
    Array.from({ length: options }, (_, place) => place).filter((place) => ![...elected, ...defeated].includes(place));
  const byVotes = (votes: readonly bigint[]) =>
    hopefuls().toSorted((one, other) => Number((votes[other] ?? 0n) - (votes[one] ?? 0n)) || one - other);
  while (elected.length < seats && elected.length + hopefuls().length > seats) {
    let before: bigint | undefined;
    for (;;) {
      const votes: bigint[] = Array.from({ length: options }, () => 0n);
      for (const { ballot, count } of ballots) {
        let weight = unit;
        for (const place of ballot.flat()) {
          const share = (weight * (kept[place] ?? 0n) + unit - 1n) / unit;
          votes[place] = (votes[place] ?? 0n) + share * BigInt(count);
          weight -= share;
        }
      }
      const quota = votes.reduce((sum, votes) => sum + votes, 0n) / BigInt(seats + 1) + 1n;
      const winners = byVotes(votes).filter((place) => (votes[place] ?? 0n) >= quota);
      const all = [...elected, ...winners].reduce((sum, place) => sum + (votes[place] ?? 0n) - quota, 0n);
      const surplus = all > 0n ? all : 0n;
      const shown = { votes, kept: [...kept] };
      if (winners.length > 0) {
        elected.push(...winners);
        rounds.push(shown);
        break;
      }
      if (surplus < 1000n || (before !== undefined && surplus >= before)) {
        const left = hopefuls();
        const lowest = left.map((place) => votes[place] ?? 0n).reduce((one, other) => (other < one ? other : one));
        const out = left.find((place) => (votes[place] ?? 0n) <= lowest + surplus) ?? 0;
        defeated.push(out);
        kept[out] = 0n;
        rounds.push(shown);
        break;
      }
      before = surplus;
      for (const place of elected) {
        const reduced = ((kept[place] ?? 0n) * quota + unit - 1n) / unit;
        kept[place] = (reduced * unit + (votes[place] ?? 1n) - 1n) / (votes[place] ?? 1n);
      }
    }
  }
  if (elected.length < seats) elected.push(...byVotes(rounds.at(-1)?.votes ?? []));
  return { elected, rounds };
}

test("gathering ballots that read alike changes no digit of any round", () => {
  const electorate = fc
    .record({ options: fc.integer({ min: 2, max: 6 }), seats: fc.integer({ min: 1, max: 4 }) })
    .chain(({ options, seats }) => {
      const places = Array.from({ length: options }, (_, place) => place);
      const ranking = fc.shuffledSubarray(places, { minLength: 1 }).map((order) => order.map((place) => [place]));
      const ballots = fc.array(fc.record({ ballot: ranking, count: fc.integer({ min: 1, max: 500_000 }) }), {
        minLength: 1,
        maxLength: 20,
      });
      return fc.record({ options: fc.constant(options), seats: fc.constant(Math.min(seats, options - 1)), ballots });
    });
  fc.assert(
    fc.property(electorate, ({ options, seats, ballots }) => {
      const order = Array.from({ length: options }, (_, place) => place);
      const counted = countByMeek(options, seats, ballots, order);
      const plain = plainly(options, seats, ballots);
      expect(counted.elected).toEqual(plain.elected);
      const tables = counted.stages.map(({ rows }) => rows.slice(0, options).map(({ cells }) => cells.map(digits)));
      expect(tables).toEqual(
        plain.rounds.map(({ votes, kept }) =>
          votes.map((votes, place) => (kept[place] === 0n ? [0n, 0n] : [votes, kept[place]])),
        ),
      );
    }),
    { numRuns: 300 },
  );
});

function digits(cell: string): bigint {
  return BigInt(cell.replace(".", ""));
}
