import { countFollowers, followersOf } from "../../communities/index.ts";
import type { ActorSource, LocalActor } from "../../kernel/federation/local-actor.ts";
import { gatheringByHandle, gatheringById, type Gathering } from "../store/gatherings.read.ts";

/** Each gathering is an actor that can be followed: following it is joining its interest list. */
export const gatheringActors: ActorSource = {
  byId: async (read, id) => actorFrom(await gatheringById(read, id)),
  byHandle: async (read, handle) => actorFrom(await gatheringByHandle(read, handle)),
  followers: followersOf,
  countFollowers,
};

function actorFrom(gathering: Gathering | undefined): LocalActor | undefined {
  if (gathering === undefined) return undefined;
  return {
    id: gathering.id,
    type: "Group",
    handle: gathering.handle,
    name: gathering.title,
    summary: gathering.purpose,
    path: `/gatherings/${gathering.id}`,
    createdAt: gathering.announcedAt,
    approvesFollowers: false,
    isDiscoverable: true,
    isGone: false,
  };
}
