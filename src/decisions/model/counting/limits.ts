import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { AnswerLimits, MethodRefusal } from "../../methods/method.ts";
import { isLeftOut, wholeWithin } from "./read-json.ts";
import { unfit } from "./unfit.ts";

/** How many options one answer names: at least (left out: none need be), and at most (left out or null: as many as one likes). */
export type Limits = { readonly fewest?: number; readonly most?: number | null };

/** Limits as they came from a form, a file or the store. */
interface GivenLimits {
  readonly fewest?: Json | undefined;
  readonly most?: Json | undefined;
}

/** The kinds of the two refusals, since "choose", "rank" and "score" are different words. */
export interface LimitKinds {
  readonly tooFew: string;
  readonly tooMany: string;
}

/**
 * Reads limits; what limits nothing is left out. Refuses `choices-out-of-range` for what is no number of options, and `fewest-above-most`.
 * `readLimits({ fewest: "2", most: null }, ["A", "B"])` is `{ fewest: 2 }`.
 */
export function readLimits(
  { fewest, most }: GivenLimits,
  options: readonly string[],
): Result<Pick<Limits, "fewest"> & { readonly most?: number }, MethodRefusal> {
  const least = isLeftOut(fewest) ? 0 : wholeWithin(fewest, 0, options.length);
  const greatest = isLeftOut(most) ? options.length : wholeWithin(most, 1, options.length);
  if (least === null || greatest === null) return unfit("choices-out-of-range", { most: options.length });
  if (least > greatest) return unfit("fewest-above-most", { least, most: greatest });
  return accepted({ ...(least > 0 && { fewest: least }), ...(!isLeftOut(most) && { most: greatest }) });
}

/** What settings say of limits, with nothing left out. `answerLimits({ most: 2 })` is `{ fewest: 0, most: 2, none: false }`. */
export function answerLimits({
  fewest = 0,
  most = null,
  none = false,
}: Limits & { readonly none?: boolean }): AnswerLimits {
  return { fewest, most, none };
}

/**
 * What is to be mended of an answer that names so many options; undefined when it keeps the limits.
 * `beyondLimits(3, { most: 2 }, { tooFew: "too-few-choices", tooMany: "too-many-choices" })` is `too-many-choices` with most 2.
 */
export function beyondLimits(
  named: number,
  { fewest = 0, most }: Limits,
  kinds: LimitKinds,
): MethodRefusal | undefined {
  if (named < fewest) return { kind: kinds.tooFew, least: fewest };
  return named > (most ?? named) ? { kind: kinds.tooMany, most: most ?? named } : undefined;
}

/** So many options as an example may name: as near to `wish` as the limits and the number of options allow. */
export function withinLimits(wish: number, { fewest = 0, most }: Limits, options: number): number {
  return Math.min(Math.max(wish, fewest), most ?? options, options);
}
