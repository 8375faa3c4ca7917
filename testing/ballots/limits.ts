import fc from "fast-check";
import type { Json } from "../../src/kernel/base/canonical-json.ts";
import type { Question } from "../../src/decisions/methods/method.ts";

/** A member of settings that are known to hold a whole number there, or null. */
export function numberIn(settings: Json, name: string): number | null {
  const found: unknown = typeof settings === "object" && settings !== null ? Object.entries(settings) : [];
  const value = (found as readonly (readonly [string, unknown])[]).find(([key]) => key === name)?.[1];
  return typeof value === "number" ? value : null;
}

/** Limits that do not contradict each other, or none; `least` is how many options an answer could name at all. */
export function limitsOf(
  options: readonly string[],
  most = "most",
  ceiling = options.length,
): fc.Arbitrary<Readonly<Record<string, Json>>> {
  const number = fc.integer({ min: 1, max: Math.min(options.length, ceiling) });
  return fc.oneof(
    fc.constant({}),
    fc.tuple(number, fc.option(number, { nil: null })).map(([fewest, greatest]) => ({
      fewest: Math.min(fewest, greatest ?? fewest),
      [most]: greatest,
    })),
  );
}

/** Places of options in any order, as many as the limits of the settings allow. */
export function namedPlaces(
  { options, settings }: Question,
  most = "most",
  ceiling = options.length,
): fc.Arbitrary<readonly number[]> {
  return fc.shuffledSubarray([...options.keys()], {
    minLength: numberIn(settings, "fewest") ?? 0,
    maxLength: Math.min(numberIn(settings, most) ?? options.length, ceiling),
  });
}
