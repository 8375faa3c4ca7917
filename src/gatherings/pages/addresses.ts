import type { Gathering } from "../store/gatherings.read.ts";

/** Where the pages of gatherings are, as paths on this server. */

export function gatheringPath(gathering: Pick<Gathering, "id">): string {
  return `/gatherings/${gathering.id}`;
}

export function pollPath(gathering: Pick<Gathering, "id">): string {
  return `${gatheringPath(gathering)}/poll`;
}

export function communityPath(community: { readonly handle: string }): string {
  return `/communities/${community.handle}`;
}

/** `first-gathering@gather.example`: how the gathering is followed. */
export function handleOf(origin: URL, gathering: Pick<Gathering, "handle">): string {
  return `${gathering.handle}@${origin.host}`;
}
