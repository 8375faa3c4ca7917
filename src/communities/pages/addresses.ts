import type { Community } from "../model/community.ts";

/** Where the pages of communities are, as paths on this server. */

/** The page of a community. */
export function communityPath(community: Pick<Community, "handle">): string {
  return `/communities/${community.handle}`;
}

/** A page under a community's own: `underCommunity(plum, "members")` is `/communities/plum/members`. */
export function underCommunity(community: Pick<Community, "handle">, ...parts: readonly string[]): string {
  return [communityPath(community), ...parts.map(encodeURIComponent)].join("/");
}

/** `plum_league@gather.example`: how a community is followed. */
export function handleOf(origin: URL, community: Pick<Community, "handle">): string {
  return `${community.handle}@${origin.host}`;
}

/** Where the community's actor is served, for those who look for another form of its page. */
export function actorPath(community: Pick<Community, "id">): string {
  return `/actors/${community.id}`;
}
