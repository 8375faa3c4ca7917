import { queryOf, type Filter } from "../model/filter.ts";

/** Where the directory is. */
export const directoryPath = "/directory";

/** The page of an entry. */
export function entryPath({ id }: { readonly id: string }): string {
  return `${directoryPath}/${id}`;
}

/** Where the place of an entry proves that it speaks for itself. */
export function verificationPath(entry: { readonly id: string }): string {
  return `${entryPath(entry)}/verification`;
}

/** The directory as a filter shows it, from the beginning or after an entry. */
export function filterPath(filter: Filter, after?: string, path: string = directoryPath): string {
  const query = queryOf(filter);
  if (after !== undefined) query.set("after", after);
  return query.size === 0 ? path : `${path}?${query}`;
}
