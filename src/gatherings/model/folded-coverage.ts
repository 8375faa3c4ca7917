import type { GroupCoverage } from "./fairness.ts";

/** One line of a drawing of fairness: how many of a group can come. */
export interface CoverageLine {
  /** The host or the zone; null for all the small groups together. */
  readonly name: string | null;
  /** How many groups the line stands for. */
  readonly groups: number;
  readonly people: number;
  readonly covered: number;
}

/** The fewest people of a group that is named to everybody: of one alone, the line would say what that person answered. */
export const leastNamed = 2;

/** How well a choice serves each group, in the order given; groups of fewer than `least` people are one line at the end. */
export function foldedCoverage(groups: readonly GroupCoverage[], least: number): readonly CoverageLine[] {
  const named = groups
    .filter(({ people }) => people >= least)
    .map(({ name, people, covered }) => ({ name, groups: 1, people, covered }));
  const small = groups.filter(({ people }) => people < least);
  if (small.length === 0) return named;
  const people = small.reduce((sum, group) => sum + group.people, 0);
  const covered = small.reduce((sum, group) => sum + group.covered, 0);
  return [...named, { name: null, groups: small.length, people, covered }];
}
