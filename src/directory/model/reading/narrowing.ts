import { facets, type Facet, type Filter } from "../filter.ts";

/** One question of a filter: places that have one of these answers, or that have none of them. */
export interface Condition {
  readonly facet: Facet;
  readonly answers: readonly string[];
  readonly isWanted: boolean;
}

/** A condition with how many places have one of its answers, at most: one that has two is counted twice. */
export interface SizedCondition extends Condition {
  readonly size: number;
}

/** The questions of a filter, without its words. */
export function conditionsOf({ wanted, unwanted }: Filter): readonly Condition[] {
  const asked = (of: Filter["wanted"], isWanted: boolean) =>
    facets.flatMap((facet) => {
      const answers = of[facet];
      return answers === undefined ? [] : [{ facet, answers, isWanted }];
    });
  return [...asked(wanted, true), ...asked(unwanted, false)];
}

/** Facets of which each place has one answer alone. */
const singleFacets: ReadonlySet<Facet> = new Set(["ownership", "joining", "registration", "lifecycle", "kind"]);

/**
 * How many of `total` places fit, where that follows from kept counts: with one question whose answers no place has two of. Of 10 places, 3 of
 * parties, 7 are no party's.
 */
export function countFromTallies(conditions: readonly SizedCondition[], total: number): number | undefined {
  const [only, ...others] = conditions;
  if (only === undefined) return total;
  if (others.length > 0 || (only.answers.length > 1 && !singleFacets.has(only.facet))) return undefined;
  return only.isWanted ? only.size : total - only.size;
}

/** A share of fewer than one in fifty is a narrow one. */
const NARROW = 0.02;

/**
 * How to find what fits: where few places are likely to, those with the rarest answer are looked through (`from`), else all of them in their order until
 * a page is full. `also` is what else each has to fulfil, what most places fail first.
 */
export function waysToFit(
  conditions: readonly SizedCondition[],
  total: number,
): { readonly from: Condition | undefined; readonly also: readonly Condition[] } {
  const share = ({ isWanted, size }: SizedCondition) => {
    const having = total === 0 ? 0 : Math.min(1, size / total);
    return isWanted ? having : 1 - having;
  };
  const ordered = conditions.toSorted((one, other) => share(one) - share(other));
  const likely = ordered.reduce((product, condition) => product * share(condition), 1);
  const rarest = ordered.find(({ isWanted }) => isWanted);
  const from = likely < NARROW ? rarest : undefined;
  return { from, also: ordered.filter((condition) => condition !== from) };
}
