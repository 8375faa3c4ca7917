import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { MethodRefusal, Place, Question } from "../../methods/method.ts";
import { beyondLimits, type Limits } from "./limits.ts";

/** The options of one voter from the most preferred down: places of equal rank stand together. Empty when no option is preferred. */
export type Ranking = readonly (readonly Place[])[];

const kinds = { tooFew: "ranking-too-short", tooMany: "ranking-too-long" };

/** A ranking of which each rank holds one option; refuses `ranking-equal-ranks` besides what {@link readRanking} refuses. */
export function readStrictRanking(raw: Json, question: Question<Json & Limits>): Result<Ranking, MethodRefusal> {
  const read = readRanking(raw, question);
  if (!read.ok) return read;
  const equal = read.value.find((rank) => rank.length > 1);
  if (equal === undefined) return read;
  return mend({ kind: "ranking-equal-ranks", option: question.options[equal[0] ?? 0] ?? "" });
}

/**
 * A ranking as it came: `[[2], [0, 1]]` puts the third option first and the others equal. Options may be left out, as far as the limits
 * allow.
 *
 * Refuses `ranking-unreadable`, `ranking-unknown-option` (a place that no option has), `ranking-repeated-option`, `ranking-too-short` and
 * `ranking-too-long`.
 */
export function readRanking(raw: Json, question: Question<Json & Limits>): Result<Ranking, MethodRefusal> {
  if (!isList(raw)) return mend({ kind: "ranking-unreadable" });
  const seen = new Set<Place>();
  const ranking: (readonly Place[])[] = [];
  for (const rank of raw) {
    if (!isList(rank) || rank.length === 0) return mend({ kind: "ranking-unreadable" });
    const places: Place[] = [];
    for (const place of rank) {
      if (typeof place !== "number" || !Number.isInteger(place)) return mend({ kind: "ranking-unreadable" });
      const option = question.options[place];
      if (option === undefined) return mend({ kind: "ranking-unknown-option", given: String(place + 1) });
      if (seen.has(place)) return mend({ kind: "ranking-repeated-option", option });
      seen.add(place);
      places.push(place);
    }
    ranking.push(shared(places));
  }
  const refusal = beyondLimits(seen.size, question.settings, kinds);
  return refusal === undefined ? accepted(ranking) : mend(refusal);
}

/** Refuses what a voter or a steward is to mend; the words are `refusal.<kind>`. */
export function mend(refusal: MethodRefusal): { readonly ok: false; readonly refusal: MethodRefusal } {
  return { ok: false, refusal };
}

/** One list for all ballots that have the same option alone at a rank: a million ballots then hold few lists. */
export function shared(rank: readonly Place[]): readonly Place[] {
  const [place] = rank;
  return rank.length === 1 && place !== undefined ? (alone[place] ?? rank) : rank;
}

const alone: readonly (readonly Place[])[] = Array.from({ length: 200 }, (_, place) => [place]);

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}
