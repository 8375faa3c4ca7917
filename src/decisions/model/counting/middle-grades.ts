/**
 * The grades of one option in the order in which its middle grade is removed again and again: first a middle one alone (or none), then
 * pairs outward, the lower before the higher. In runs, so that a million grades are a handful of them.
 */
export interface MiddleGrades {
  /** The middle grade that stands alone when the number of grades is odd. */
  readonly alone: number | null;
  readonly runs: readonly { readonly lower: number; readonly higher: number; readonly pairs: number }[];
}

/** How two options compare, and where they first differ. */
export interface ComparedGrades {
  /** Positive when the first stands higher, 0 when all their grades are equal. */
  readonly order: number;
  /** How many middle grades were removed before they differed. */
  readonly removed: number;
  /** The middle grades that differ. */
  readonly first: number;
  readonly second: number;
}

/** The middle grades of `counts`, which says how many gave the grade 0, 1, 2 and so on; the lower of two middle ones is the middle. */
export function middleGrades(counts: readonly number[]): MiddleGrades {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const half = Math.floor(total / 2);
  const isOdd = total % 2 === 1;
  const downward = runsFrom(counts, half);
  const upward = runsFrom(counts.toReversed(), half).map((run) => ({ ...run, grade: counts.length - 1 - run.grade }));
  return { alone: isOdd ? gradeAt(counts, half) : null, runs: paired(downward, upward) };
}

/**
 * Compares two options with as many grades each, as Balinski and Laraki do: the middle grades decide; while they are equal, one of them
 * is removed from each. Removing works outward, so that the walk takes as many steps as there are runs.
 */
export function compareMiddles(one: MiddleGrades, other: MiddleGrades): ComparedGrades {
  if (one.alone !== other.alone) return differing(one.alone ?? 0, other.alone ?? 0, 0);
  let removed = one.alone === null ? 0 : 1;
  let [atOne, atOther, usedOne, usedOther] = [0, 0, 0, 0];
  for (;;) {
    const [left, right] = [one.runs[atOne], other.runs[atOther]];
    if (left === undefined || right === undefined) return { order: 0, removed, first: 0, second: 0 };
    if (left.lower !== right.lower) return differing(left.lower, right.lower, removed);
    if (left.higher !== right.higher) return differing(left.higher, right.higher, removed + 1);
    const together = Math.min(left.pairs - usedOne, right.pairs - usedOther);
    removed += 2 * together;
    usedOne += together;
    usedOther += together;
    if (usedOne === left.pairs) [atOne, usedOne] = [atOne + 1, 0];
    if (usedOther === right.pairs) [atOther, usedOther] = [atOther + 1, 0];
  }
}

function differing(first: number, second: number, removed: number): ComparedGrades {
  return { order: first - second, removed, first, second };
}

/** The grade at a rank from 0, counted from the lowest. */
function gradeAt(counts: readonly number[], rank: number): number {
  let below = 0;
  for (const [grade, count] of counts.entries()) {
    below += count;
    if (rank < below) return grade;
  }
  return counts.length - 1;
}

interface Run {
  readonly grade: number;
  readonly length: number;
}

/** The first `half` grades from the lowest, in runs, from the middle outward. */
function runsFrom(counts: readonly number[], half: number): readonly Run[] {
  const runs: Run[] = [];
  let left = half;
  for (const [grade, count] of counts.entries()) {
    const length = Math.min(count, left);
    if (length > 0) runs.unshift({ grade, length });
    left -= length;
  }
  return runs;
}

function paired(lower: readonly Run[], higher: readonly Run[]): MiddleGrades["runs"] {
  const runs: MiddleGrades["runs"][number][] = [];
  let [low, high, usedLow, usedHigh] = [0, 0, 0, 0];
  for (;;) {
    const [below, above] = [lower[low], higher[high]];
    if (below === undefined || above === undefined) return runs;
    const pairs = Math.min(below.length - usedLow, above.length - usedHigh);
    runs.push({ lower: below.grade, higher: above.grade, pairs });
    usedLow += pairs;
    usedHigh += pairs;
    if (usedLow === below.length) [low, usedLow] = [low + 1, 0];
    if (usedHigh === above.length) [high, usedHigh] = [high + 1, 0];
  }
}
