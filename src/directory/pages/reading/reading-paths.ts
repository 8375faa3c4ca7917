import { directoryPath } from "../directory-paths.ts";

/** Where places stand side by side. */
export const comparePath = `${directoryPath}/compare`;

/** Where newcomers are asked what they look for. */
export const joinPath = `${directoryPath}/join`;

/** Who owns places and how they decide, as a drawing. */
export const typologyPath = `${directoryPath}/typology`;

/** Where places are. */
export const mapPath = `${directoryPath}/map`;

/** The comparison of these places, in this order. */
export function comparisonOf(ids: readonly string[]): string {
  return ids.length === 0 ? comparePath : `${comparePath}?${new URLSearchParams(ids.map((id) => ["of", id]))}`;
}

/** The directory as a community reads it. */
export function linePath({ handle }: { readonly handle: string }): string {
  return `/communities/${handle}/directory`;
}
