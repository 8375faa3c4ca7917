import type { Application } from "../application.ts";
import type { ServerActor } from "./federation-options.ts";
import { serverActorId, type ActorSource, type FollowerInbox, type LocalActor } from "./local-actor.ts";

/** All actors of this server, from wherever they are kept. */
export interface LocalActors {
  byId(id: string): Promise<LocalActor | undefined>;
  byHandle(handle: string): Promise<LocalActor | undefined>;
  followers(id: string, page: { readonly after: string; readonly limit: number }): Promise<readonly FollowerInbox[]>;
  countFollowers(id: string): Promise<number>;
}

/** The actors of all sources, and the one that stands for the server itself. */
export function gatherActors(
  application: Application,
  sources: readonly ActorSource[],
  server: ServerActor,
): LocalActors {
  const { read } = application;
  const all = [serverSource(server), ...sources];
  const first = async (ask: (source: ActorSource) => Promise<LocalActor | undefined>) => {
    for (const source of all) {
      const actor = await ask(source);
      if (actor !== undefined) return actor;
    }
    return undefined;
  };
  const sourceOf = async (id: string) => {
    for (const source of all) if ((await source.byId(read, id)) !== undefined) return source;
    return undefined;
  };
  return {
    byId: (id) => first((source) => source.byId(read, id)),
    byHandle: (handle) => first((source) => source.byHandle(read, handle)),
    followers: async (id, page) => (await sourceOf(id))?.followers(read, id, page) ?? [],
    countFollowers: async (id) => (await sourceOf(id))?.countFollowers(read, id) ?? 0,
  };
}

/** The server has no followers: it answers nobody's Follow. */
function serverSource(server: ServerActor): ActorSource {
  const describe = async (): Promise<LocalActor> => ({
    id: serverActorId,
    type: "Application",
    handle: server.handle,
    ...(await server.describe()),
    path: "/",
    createdAt: server.createdAt,
    approvesFollowers: true,
    isDiscoverable: false,
    isGone: false,
  });
  return {
    byId: async (_read, id) => (id === serverActorId ? describe() : undefined),
    byHandle: async (_read, handle) => (handle.toLowerCase() === server.handle.toLowerCase() ? describe() : undefined),
    followers: async () => [],
    countFollowers: async () => 0,
  };
}
