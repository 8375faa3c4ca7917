import type { ActorSource, LocalActor } from "../../../kernel/federation/local-actor.ts";
import { personActorByHandle, personActorById, type PersonActor } from "../../store/elsewhere/person-actors.read.ts";

/** People who take part on other servers are actors too. Nobody follows them: what they say is for one reader each. */
export const personActors: ActorSource = {
  byId: async (read, id) => actorFrom(await personActorById(read, id)),
  byHandle: async (read, handle) => actorFrom(await personActorByHandle(read, handle)),
  followers: async () => [],
  countFollowers: async () => 0,
};

function actorFrom(actor: PersonActor | undefined): LocalActor | undefined {
  if (actor === undefined) return undefined;
  const { id, handle, name, createdAt, isGone } = actor;
  return {
    id,
    type: "Person",
    handle,
    name,
    summary: "",
    createdAt,
    isGone,
    path: `/people/${id}`,
    approvesFollowers: true,
    isDiscoverable: false,
  };
}
