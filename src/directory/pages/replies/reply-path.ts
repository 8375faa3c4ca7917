import { entryPath } from "../directory-paths.ts";

/** Where a place replies to what is said of it. */
export function replyPath(entry: { readonly id: string }): string {
  return `${entryPath(entry)}/reply`;
}
