import { queryOf, type Filter } from "../../model/filter.ts";
import { directoryPath } from "../directory-paths.ts";

/** Where places of a list are put on the board of a gathering. */
export const outreachPath = `${directoryPath}/outreach`;

/** The places of a filter for the board of a gathering, from the beginning or after an entry. */
export function outreachPathOf(filter: Filter, gathering?: { readonly id: string }, after?: string): string {
  const query = queryOf(filter);
  if (gathering !== undefined) query.set("gathering", gathering.id);
  if (after !== undefined) query.set("after", after);
  return query.size === 0 ? outreachPath : `${outreachPath}?${query}`;
}
