import type { ActorSource, LocalActor } from "../../kernel/federation/local-actor.ts";
import type { Community } from "../model/community.ts";
import { communityByHandle, communityById } from "../store/communities.read.ts";
import { countFollowers, followersOf } from "../store/listeners.read.ts";

/** Each community is an actor that can be followed: following it is listening, which is not belonging. */
export const communityActors: ActorSource = {
  byId: async (read, id) => actorFrom(await communityById(read, id)),
  byHandle: async (read, handle) => actorFrom(await communityByHandle(read, handle)),
  followers: followersOf,
  countFollowers,
};

function actorFrom(community: Community | undefined): LocalActor | undefined {
  if (community === undefined) return undefined;
  return {
    id: community.id,
    type: "Group",
    handle: community.handle,
    name: community.name,
    summary: Object.values(community.purpose)[0] ?? "",
    path: `/communities/${community.handle}`,
    createdAt: community.foundedAt,
    approvesFollowers: community.approvesListeners,
    isDiscoverable: true,
    isGone: false,
  };
}
