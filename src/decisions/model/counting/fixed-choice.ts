import type { Json } from "../../../kernel/base/canonical-json.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { Counted, MethodRefusal, Place, Stage, Tally } from "../../methods/method.ts";
import { memberOf, wholeWithin } from "./read-json.ts";
import { unfit } from "./unfit.ts";

/** A ballot that is one of the method's own options, by its place. */
export type FixedChoice = { readonly choice: Place };

/** Reads `{ choice: 2 }`, where the method has `size` options; a form may send the number as text. */
export function readFixedChoice(raw: Json, size: number): Result<FixedChoice, MethodRefusal> {
  const choice = wholeWithin(memberOf(raw, "choice"), 0, size - 1);
  return choice === null ? unfit("ballot-unreadable") : accepted({ choice });
}

/** How many chose each option, by place. `[{ ballot: { choice: 1 }, count: 3 }]` of two options gives `[0, 3]`. */
export function countFixed(ballots: readonly Counted<FixedChoice>[], size: number): readonly number[] {
  const counts = Array.from({ length: size }, () => 0);
  for (const { ballot, count } of ballots) counts[ballot.choice] = (counts[ballot.choice] ?? 0) + count;
  return counts;
}

/** A tally of one stage that says how many chose each option; nothing is elected by it. */
export function fixedTally(
  method: { readonly id: string; readonly version: number },
  counts: readonly number[],
): Tally {
  const ballots = counts.reduce((sum, count) => sum + count, 0);
  const stage: Stage = {
    said: [{ key: "decisions.method.said.voices-counted", values: { ballots } }],
    columns: [{ key: "decisions.method.column.voices" }],
    rows: counts.map((count, place) => ({ of: { place }, cells: [String(count)] })),
  };
  return { method: method.id, version: method.version, ballots, elected: [], stages: [stage], ties: [] };
}

/** The counts that {@link fixedTally} wrote down. */
export function countsOf(tally: Tally): readonly number[] {
  return (tally.stages[0]?.rows ?? []).map(({ cells }) => Number(cells[0]));
}
