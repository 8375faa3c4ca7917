import fc from "fast-check";
import type { Json } from "../../src/kernel/base/canonical-json.ts";
import { joined } from "./files.ts";
import type { MethodGenerators } from "./method-generators.ts";

type Settings = (options: readonly string[]) => fc.Arbitrary<Json>;

const seats = (options: readonly string[]) => fc.integer({ min: 1, max: Math.max(1, options.length - 1) });
const anyOrder = (options: readonly string[]) => {
  const places = Array.from(options.keys());
  return fc.oneof(fc.constant([]), fc.shuffledSubarray(places, { minLength: places.length }));
};

const strict = (settings: Settings): MethodGenerators => ({
  settings,
  ballot: ({ options }) =>
    fc.shuffledSubarray(Array.from(options.keys())).map((order) => order.map((place) => [place])),
});

const equal = (settings: Settings): MethodGenerators => ({
  settings,
  ballot: ({ options }) =>
    fc
      .tuple(
        fc.shuffledSubarray(Array.from(options.keys())),
        fc.array(fc.boolean(), { minLength: options.length, maxLength: options.length }),
      )
      .map(([order, joins]) => joined(order, joins)),
});

/** Settings and ballots of the methods of ranking, by method. */
export const rankingGenerators: Readonly<Record<string, MethodGenerators>> = {
  irv: strict((options) => fc.record({ ties: fc.constantFrom("earlier-stages", "lot"), tieOrder: anyOrder(options) })),
  "scottish-stv": strict((options) => fc.record({ seats: seats(options), tieOrder: anyOrder(options) })),
  "meek-stv": strict((options) => fc.record({ seats: seats(options), tieOrder: anyOrder(options) })),
  schulze: equal((options) => fc.record({ seats: seats(options) })),
  "ranked-pairs": equal((options) => fc.record({ seats: seats(options) })),
  borda: equal((options) =>
    fc.record({ seats: seats(options), truncated: fc.constantFrom("tournament", "average", "modified") }),
  ),
};
