import { entryPath } from "../directory-paths.ts";

/** Where what is said of an entry is contested. */
export function contestsPath(entry: { readonly id: string }): string {
  return `${entryPath(entry)}/contests`;
}
