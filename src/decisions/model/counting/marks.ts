import type { Json } from "../../../kernel/base/canonical-json.ts";
import type { Fraction } from "../../../kernel/base/fraction.ts";
import { accepted, type Result } from "../../../kernel/base/result.ts";
import type { Counted, MethodRefusal } from "../../methods/method.ts";
import { isLeftOut, listOf, memberOf, wholeWithin } from "./read-json.ts";
import { unfit } from "./unfit.ts";

/** A ballot that gives options a mark each, by place; null where it gives none. What would be null to the end is left out. */
export type Marks = { readonly marks: readonly (number | null)[] };

/** The least and the greatest mark of an option. */
export interface MarkRange {
  readonly least: number;
  readonly most: number;
}

/**
 * Reads `{ marks: [5, null, "2"] }`; a form may send numbers as text, and an empty text for none. Refuses `ballot-unreadable`, and
 * `mark-out-of-range` with the option it is about.
 */
export function readMarks(raw: Json, options: readonly string[], range: MarkRange): Result<Marks, MethodRefusal> {
  const given = listOf(memberOf(raw, "marks"));
  if (given === null || given.length > options.length) return unfit("ballot-unreadable");
  const marks: (number | null)[] = [];
  for (const [place, mark] of given.entries()) {
    const read = isLeftOut(mark) ? null : wholeWithin(mark, range.least, range.most);
    if (read === null && !isLeftOut(mark))
      return unfit("mark-out-of-range", { option: options[place] ?? String(place + 1), ...range });
    marks.push(read);
  }
  return accepted({ marks: withoutBlankEnd(marks) });
}

/** The marks with each 0 as none, where the two mean the same; `[0, 3, 0]` is `[null, 3]`. */
export function zeroAsNone({ marks }: Marks): Marks {
  return { marks: withoutBlankEnd(marks.map((mark) => (mark === 0 ? null : mark))) };
}

/** How many options a ballot gives a mark. `markedIn({ marks: [5, null, 0] })` is 2. */
export function markedIn({ marks }: Marks): number {
  return marks.filter((mark) => mark !== null).length;
}

/** The sum of the marks of each option, and how many gave it one, by place. */
export function addMarks(
  ballots: readonly Counted<Marks>[],
  size: number,
): { readonly sums: readonly number[]; readonly givers: readonly number[] } {
  const sums = Array.from({ length: size }, () => 0);
  const givers = Array.from({ length: size }, () => 0);
  for (const { ballot, count } of ballots) {
    for (const [place, mark] of ballot.marks.entries()) {
      if (mark === null) continue;
      sums[place] = (sums[place] ?? 0) + mark * count;
      givers[place] = (givers[place] ?? 0) + count;
    }
  }
  return { sums, givers };
}

/** An exact number as a tally shows it: `12`, or `7/3`. */
export function exactText({ numerator, denominator }: Fraction): string {
  return denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
}

function withoutBlankEnd(marks: readonly (number | null)[]): readonly (number | null)[] {
  return marks.slice(0, marks.findLastIndex((mark) => mark !== null) + 1);
}
