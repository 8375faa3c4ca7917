import { communityPath } from "../addresses.ts";

/** Where the pages of charters are, as paths on this server. */

export function charterPath(community: { readonly handle: string }): string {
  return `${communityPath(community)}/charter`;
}

export function charterVersionPath(community: { readonly handle: string }, version: number): string {
  return `${charterPath(community)}/versions/${version}`;
}

/** The form by which the charter is amended; in a thread that exists already where one is named. */
export function amendingPath(community: { readonly handle: string }, threadId?: string): string {
  const path = `${charterPath(community)}/amendments/new`;
  return threadId === undefined ? path : `${path}?thread=${threadId}`;
}
