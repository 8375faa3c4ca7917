import { entryPath } from "../directory-paths.ts";

/** Where whoever speaks for a place shows what stands above its proofs. */
export function ladderPath(entry: { readonly id: string }): string {
  return `${entryPath(entry)}/ladder`;
}

/** Where delegates are named. */
export function delegatesPath(entry: { readonly id: string }): string {
  return `${entryPath(entry)}/delegates`;
}

/** Where documents are shown. */
export function documentsPath(entry: { readonly id: string }): string {
  return `${entryPath(entry)}/documents`;
}

/** Where other places vouch for one. */
export function vouchesPath(entry: { readonly id: string }): string {
  return `${entryPath(entry)}/vouches`;
}

/** The kept copy of a version of a document. */
export function copyPath(entry: { readonly id: string }, version: { readonly id: string }): string {
  return `${documentsPath(entry)}/${version.id}/copy`;
}

/** What the page of a place says of vouches that were given or taken back there. */
export const vouchActs = ["vouched", "vouch-withdrawn"] as const;
