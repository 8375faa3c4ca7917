import { groupPoints } from "./opinion-groups.ts";
import { countVotes, orderedByAnswers, saidEnough, type OpinionRow, type VoteCounts } from "./opinion-votes.ts";
import { placeOnMap, type Point } from "./principal-components.ts";
import {
  bridging,
  dividing,
  representative,
  type HeldStatement,
  type SharedStatement,
} from "./statements-of-groups.ts";

/** Where people stand to each other, what each group holds, what bridges the groups and what divides them. */
export interface OpinionMap {
  /** Each person's place and group, in the order given; null for those who said too little to be placed. */
  readonly people: readonly ((Point & { readonly group: number }) | null)[];
  /** The groups, the greatest first. */
  readonly groups: readonly OpinionGroup[];
  readonly bridging: readonly SharedStatement[];
  readonly dividing: readonly SharedStatement[];
  /** How clearly the groups part, from -1 to 1; around 0 there is no telling them apart, and that is to be said. */
  readonly clarity: number;
}

/** One group: how many people it has, what it holds, and how many of it said what of each statement. */
export interface OpinionGroup {
  readonly size: number;
  readonly holds: readonly HeldStatement[];
  readonly counts: readonly VoteCounts[];
}

/**
 * The map of opinions in a thread, after Polis. `rows` are people, each with one answer per statement.
 *
 * This is a drawing and no count: here alone numbers are floating point, and nothing is decided by it. It is the same for the same answers
 * whoever draws it, and in whatever order people are given. Its work is bounded: people times statements squared, and a thousand
 * people compared with each other.
 *
 * Source: C. Small, M. Bjorkegren, T. Erkkilä, L. Shaw, C. Megill, "Polis: Scaling deliberation by mapping high dimensional opinion spaces",
 * RECERCA, Revista de Pensament i Anàlisi 26 (2021), no. 2, https://doi.org/10.6035/recerca.5516.
 */
export function opinionMap(rows: readonly OpinionRow[]): OpinionMap {
  const placed = orderedByAnswers(rows).filter((person) => saidEnough(rows[person] ?? []));
  const answers = placed.map((person) => rows[person] ?? []);
  const points = placeOnMap(answers);
  const { groups, clarity } = groupPoints(points);
  const counts = countsByGroup(answers, groups);
  const held = representative(counts);
  const people: ((Point & { readonly group: number }) | null)[] = rows.map(() => null);
  placed.forEach((person, index) => {
    const [point, group] = [points[index], groups[index]];
    if (point !== undefined && group !== undefined) people[person] = { ...point, group };
  });
  return {
    people,
    groups: counts.map((counts, group) => ({
      size: groups.filter((other) => other === group).length,
      holds: held[group] ?? [],
      counts,
    })),
    bridging: bridging(counts),
    dividing: dividing(counts),
    clarity,
  };
}

function countsByGroup(answers: readonly OpinionRow[], groups: readonly number[]): readonly (readonly VoteCounts[])[] {
  const size = new Set(groups).size;
  return Array.from({ length: size }, (_, group) => {
    const members = answers.filter((_, index) => groups[index] === group);
    return Array.from({ length: answers[0]?.length ?? 0 }, (_, statement) => countVotes(members, statement));
  });
}
