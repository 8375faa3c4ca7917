import fc from "fast-check";
import type { BallotFile } from "../../src/decisions/model/formats/ballot-file.ts";
import { gathered } from "../../src/decisions/model/formats/gathering.ts";

const lettered = "abcdefghijklmnopqrstuvwxyzäßøλж'\"#/*(),.0123456789-+=@".split("");
const name = fc.array(fc.constantFrom(...lettered), { minLength: 1, maxLength: 12 }).map((letters) => letters.join(""));

/** Elections as files hold them, by rankings alone, with equal ranks and options left out; names hold signs that formats use. */
export function ballotFiles(): fc.Arbitrary<BallotFile> {
  return fc.uniqueArray(name, { minLength: 1, maxLength: 6 }).chain((options) => {
    const places = Array.from(options.keys());
    const ranking = fc
      .tuple(
        fc.shuffledSubarray(places),
        fc.array(fc.boolean(), { minLength: options.length, maxLength: options.length }),
      )
      .map(([order, joins]) => joined(order, joins));
    const ballots = fc.array(fc.record({ ballot: fc.record({ ranking }), count: fc.integer({ min: 1, max: 999 }) }), {
      maxLength: 8,
    });
    return fc.record({
      title: fc.oneof(fc.constant(""), name),
      seats: fc.integer({ min: 1, max: 9 }),
      options: fc.constant(options),
      withdrawn: fc.subarray(places),
      tieOrder: fc.oneof(fc.constant([]), fc.shuffledSubarray(places, { minLength: places.length })),
      ballots: ballots.map(gathered),
    });
  });
}

/** Joins each option with the one before it, or not. */
export function joined(order: readonly number[], joins: readonly boolean[]): readonly (readonly number[])[] {
  const ranks: number[][] = [];
  for (const [index, place] of order.entries()) {
    const last = ranks.at(-1);
    if (last !== undefined && joins[index] === true) last.push(place);
    else ranks.push([place]);
  }
  return ranks;
}
