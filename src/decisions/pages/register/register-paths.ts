import { communityPath } from "../addresses.ts";

/** Where the pages of the register are, as paths on this server. */

export function registerPath(community: { readonly handle: string }): string {
  return `${communityPath(community)}/decisions`;
}

export function decisionPath(decision: { readonly id: string }): string {
  return `/decisions/${decision.id}`;
}
