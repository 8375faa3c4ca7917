import type { ActorSource, LocalActor } from "../../../kernel/federation/local-actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { serverSettings } from "../../../accounts/index.ts";
import { directoryActorId, directoryHandle } from "../../model/sharing/directory-actor.ts";
import { countFollowers, followersAfter } from "../../store/sharing/followers.read.ts";

/** It is as old as the first version that had it; nobody asks how old this copy is. */
const createdAt = Temporal.Instant.from("2026-11-29T00:00:00Z");

/** The directory is an actor that other directories follow to hear of its changes. */
export const directoryActors: ActorSource = {
  byId: async (read, id) => (id === directoryActorId ? actor(read) : undefined),
  byHandle: async (read, handle) => (handle === directoryHandle ? actor(read) : undefined),
  followers: async (read, id, page) => (id === directoryActorId ? followersAfter(read, page) : []),
  countFollowers: async (read, id) => (id === directoryActorId ? countFollowers(read) : 0),
};

async function actor(read: Database): Promise<LocalActor> {
  return {
    id: directoryActorId,
    type: "Service",
    handle: directoryHandle,
    name: (await serverSettings(read)).name,
    summary: "",
    path: "/directory",
    createdAt,
    approvesFollowers: false,
    isDiscoverable: false,
    isGone: false,
  };
}
