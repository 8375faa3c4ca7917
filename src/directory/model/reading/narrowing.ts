import { facets, type Facet, type Filter } from "../filter.ts";

/** One question of a filter: places that have one of these answers, or that have none of them. */
export interface Condition {
  readonly facet: Facet;
  readonly answers: readonly string[];
  readonly isWanted: boolean;
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
