import { communityPath, threadPath } from "../addresses.ts";

/** Where the pages of requests for comments are, as paths on this server. */

export function requestsPath(community: { readonly handle: string }): string {
  return `${communityPath(community)}/requests`;
}

export function requestPath(request: { readonly id: string }): string {
  return `/requests/${request.id}`;
}

export function draftingPath(thread: { readonly id: string }): string {
  return `${threadPath(thread)}/requests`;
}
