import fc from "fast-check";
import type { Json } from "../../src/kernel/base/canonical-json.ts";
import { joined } from "./files.ts";
import { limitsOf, namedPlaces } from "./limits.ts";
import type { MethodGenerators } from "./method-generators.ts";

type Settings = (options: readonly string[]) => fc.Arbitrary<Json>;

const seats = (options: readonly string[]) => fc.integer({ min: 1, max: Math.max(1, options.length - 1) });
const anyOrder = (options: readonly string[]) => {
  const places = Array.from(options.keys());
  return fc.oneof(fc.constant([]), fc.shuffledSubarray(places, { minLength: places.length }));
};

/** Settings with limits to how many options one ranks, or without. */
const withLimits =
  (settings: Settings): Settings =>
  (options) =>
    fc.tuple(settings(options), limitsOf(options)).map(([rest, limits]) => ({ ...(rest as object), ...limits }));

const strict = (settings: Settings): MethodGenerators => ({
  settings: withLimits(settings),
  ballot: (question) => namedPlaces(question).map((order) => order.map((place) => [place])),
});

const equal = (settings: Settings): MethodGenerators => ({
  settings: withLimits(settings),
  ballot: (question) =>
    fc
      .tuple(
        namedPlaces(question),
        fc.array(fc.boolean(), { minLength: question.options.length, maxLength: question.options.length }),
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
