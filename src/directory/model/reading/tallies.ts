import { facets, unknown, type Facet } from "../filter.ts";

/** What places are counted by, once and for all: every facet, and pairs of an ownership and a way to decide. */
export type TalliedBy = Facet | "ownership-practice";

/** How many places there are for one answer. */
export interface Tally {
  readonly answer: string;
  readonly count: number;
}

interface FacetAnswer {
  readonly facet: string;
  readonly answer: string;
}

/**
 * What a place counts for, by the facets it is found by: each answer, and pairs; `association` and `assembly`, `consensus` count for the pairs `association/assembly`
 * and `association/consensus`.
 */
export function countsFor(
  found: readonly FacetAnswer[],
): readonly { readonly by: TalliedBy; readonly answer: string }[] {
  const answers = (of: Facet) => [...new Set(found.filter(({ facet }) => facet === of).map(({ answer }) => answer))];
  const single = facets.flatMap((by) => answers(by).map((answer) => ({ by, answer })));
  const pairs = answers("ownership").flatMap((ownership) =>
    answers("practice").map((practice) => ({ by: "ownership-practice" as const, answer: `${ownership}/${practice}` })),
  );
  return [...single, ...pairs];
}

/** By how much each count changes when a place was found by `before` and is found by `after`; what stays the same is left out. */
export function changesOfTallies(
  before: readonly FacetAnswer[],
  after: readonly FacetAnswer[],
): readonly { readonly by: TalliedBy; readonly answer: string; readonly more: 1 | -1 }[] {
  const [was, is] = [countsFor(before), countsFor(after)];
  const without = (those: typeof was, others: typeof was) =>
    those.filter(({ by, answer }) => !others.some((other) => other.by === by && other.answer === answer));
  return [
    ...without(is, was).map((each) => ({ ...each, more: 1 as const })),
    ...without(was, is).map((each) => ({ ...each, more: -1 as const })),
  ];
}

/** A row of the typology: an ownership with how many places there are for each way to decide. */
export interface TypologyRow {
  readonly ownership: string;
  readonly counts: readonly number[];
}

/** The typology as a grid; ownerships and ways to decide that no place has are left out, and so are places of which neither is known. */
export function typologyFrom(
  tallies: readonly Tally[],
  { ownerships, practices }: { readonly ownerships: readonly string[]; readonly practices: readonly string[] },
): {
  readonly practices: readonly string[];
  readonly rows: readonly TypologyRow[];
  /** Of which neither is known. */
  readonly unknown: number;
} {
  const counts = new Map(tallies.map(({ answer, count }) => [answer, count]));
  const count = (ownership: string, practice: string) =>
    ownership === unknown && practice === unknown ? 0 : (counts.get(`${ownership}/${practice}`) ?? 0);
  const columns = practices.filter((practice) => ownerships.some((ownership) => count(ownership, practice) > 0));
  const rows = ownerships
    .map((ownership) => ({ ownership, counts: columns.map((practice) => count(ownership, practice)) }))
    .filter((row) => row.counts.some((each) => each > 0));
  return { practices: columns, rows, unknown: counts.get(`${unknown}/${unknown}`) ?? 0 };
}
