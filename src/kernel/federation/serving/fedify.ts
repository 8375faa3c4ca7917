import { createFederation, type Federation, type KvStore, type NodeInfo } from "@fedify/fedify";
import { Tombstone } from "@fedify/vocab";
import { bundledContexts, noDocuments } from "../documents/contexts.ts";
import type { AboutServer } from "../federation-options.ts";
import type { ActorKeys } from "../keys/actor-keys.ts";
import type { LocalActors } from "../local-actors.ts";
import { serverActorId, type LocalActor } from "../local-actor.ts";
import { actorAddresses, actorDocument } from "./actor-documents.ts";

/** What the Fedify object serves. */
export interface FedifyOptions {
  readonly origin: URL;
  readonly actors: LocalActors;
  readonly keys: ActorKeys;
  readonly about: () => Promise<AboutServer>;
}

/** Where NodeInfo stands. */
export const nodeInfoPath = "/nodeinfo/2.1";

/**
 * The one Fedify object: it serves actors, WebFinger and NodeInfo.
 *
 * It takes no activity in and sends none: its inbox is content with an LD signature or a proof alone and has no limits, its
 * deliveries go to any address without a deadline (version 2.3.6). It keeps nothing either, and would throw if it began to.
 */
export function createFedify(options: FedifyOptions): Federation<void> {
  const { origin, actors, keys } = options;
  const fedify = createFederation<void>({
    kv: nothingKept,
    origin: { handleHost: origin.host, webOrigin: origin.origin },
    documentLoaderFactory: () => noDocuments,
    contextLoaderFactory: () => bundledContexts,
    authenticatedDocumentLoaderFactory: () => noDocuments,
  });
  fedify
    .setActorDispatcher("/actors/{identifier}", async (_context, identifier) => {
      const actor = await actors.byId(identifier);
      if (actor === undefined) return null;
      if (actor.isGone) return new Tombstone({ id: actorAddresses(origin, actor.id).uri });
      return actorDocument(origin, actor, await keys.of(actor.id));
    })
    .mapHandle(async (_context, handle) => (await actors.byHandle(handle))?.id ?? null)
    .mapAlias(async (_context, resource) => {
      const actor = await actorOfPage(options, resource);
      return actor === undefined ? null : { identifier: actor.id };
    });
  fedify.setNodeInfoDispatcher(nodeInfoPath, async () => nodeInfo(origin, await options.about()));
  return fedify;
}

/** The actor whose page this is: its own page, `/@handle`, or, for the server's, the root (FEP-d556). */
async function actorOfPage({ origin, actors }: FedifyOptions, page: URL): Promise<LocalActor | undefined> {
  if (page.origin !== origin.origin) return undefined;
  const { pathname } = page;
  if (pathname === "/") return actors.byId(serverActorId);
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  if (pathname === `/@${last.slice(1)}`) return actors.byHandle(decodeURIComponent(last.slice(1)));
  const actor = await actors.byId(last);
  return actor?.path === pathname ? actor : undefined;
}

function nodeInfo(origin: URL, about: AboutServer): NodeInfo {
  const koinon: Record<string, string | number | boolean | string[]> = {};
  for (const [name, value] of Object.entries(about.koinon))
    koinon[name] = typeof value === "object" ? [...value] : value;
  return {
    software: { name: "koinon", version: about.version, homepage: origin },
    protocols: ["activitypub"],
    openRegistrations: about.isRegistrationOpen,
    usage: {
      users: { total: about.people, activeMonth: about.activeThisMonth, activeHalfyear: about.activeThisHalfYear },
      localPosts: about.posts,
      localComments: 0,
    },
    metadata: { koinon },
  };
}

const refuseToKeep = () => Promise.reject(new Error("Fedify is not meant to keep anything here"));

const nothingKept: KvStore = {
  get: refuseToKeep,
  set: refuseToKeep,
  delete: refuseToKeep,
  list: () => {
    throw new Error("Fedify is not meant to keep anything here");
  },
};
