import type { Federation } from "@fedify/fedify";
import type { Application } from "../../application.ts";
import type { Json } from "../../base/canonical-json.ts";
import { localActorUri } from "../keys/actor-keys.ts";
import type { LocalActors } from "../local-actors.ts";
import { serverActorId } from "../local-actor.ts";
import type { SignerProof } from "../signatures/prove-signer.ts";
import { followersCollection, outboxCollection } from "./collections.ts";
import { nodeInfoPath } from "./fedify.ts";
import type { FindObject } from "./objects.ts";
import { respondPrivately, type ServedDocument, type ServedDocuments } from "./served-documents.ts";
import { wantsActivity } from "./wants-activity.ts";

/** What serving documents needs. */
export interface ServeOptions {
  readonly application: Application;
  readonly fedify: Federation<void>;
  readonly actors: LocalActors;
  readonly findObject: FindObject;
  readonly proof: SignerProof;
  readonly documents: ServedDocuments;
}

/** Answers GETs for ActivityPub documents; undefined when the request is for somebody else: a page, or nothing. */
export type Serve = (request: Request) => Promise<Response | undefined>;

const activityType = "application/activity+json";
const ofActor = /^\/actors\/([^/]+)(?:\/(followers|outbox))?$/;

/** Who asks for ActivityPub gets it; who asks for a page is led to it. What is not for everybody is only for a proven signer. */
export function createServe(options: ServeOptions): Serve {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/.well-known/nodeinfo")
      return options.documents.answer(request, async () => nodeInfoLinks(options));
    if (pathname === "/.well-known/webfinger" || pathname === nodeInfoPath) {
      return options.documents.answer(request, () => byFedify(options, request));
    }
    const [, encodedId, collection] = ofActor.exec(pathname) ?? [];
    const id = encodedId === undefined ? undefined : decoded(encodedId);
    if (!wantsActivity(request.headers.get("accept"))) return id === undefined ? undefined : toItsPage(options, id);
    if (id === undefined) return object(options, request, pathname);
    return options.documents.answer(request, () =>
      collection === undefined ? byFedify(options, request) : ofCollection(options, request, id, collection),
    );
  };
}

async function byFedify(options: ServeOptions, request: Request): Promise<ServedDocument | undefined> {
  const { pathname, search } = new URL(request.url);
  // Addressed as we know ourselves, whatever a proxy made of it.
  const asked = new Request(new URL(`${pathname}${search}`, options.application.origin), {
    headers: { accept: activityType },
  });
  const nothing = () => new Response(null, { status: 404 });
  const answer = await options.fedify.fetch(asked, {
    contextData: undefined,
    onNotFound: nothing,
    onNotAcceptable: nothing,
  });
  if (answer.status === 404) return undefined;
  const type = answer.headers.get("content-type") ?? "text/plain; charset=utf-8";
  return { status: answer.status, type, body: await answer.text() };
}

async function ofCollection(
  { application, actors }: ServeOptions,
  request: Request,
  id: string,
  collection: string,
): Promise<ServedDocument | undefined> {
  const actor = await actors.byId(id);
  if (actor === undefined || actor.isGone) return undefined;
  if (collection === "followers") return activityJson(await followersCollection(application, actors, id));
  return activityJson(await outboxCollection(application, id, new URL(request.url).searchParams.get("before")));
}

async function object(options: ServeOptions, request: Request, path: string): Promise<Response | undefined> {
  const open = await options.documents.answer(request, async () => {
    const found = await options.findObject(path, undefined);
    return found === undefined ? undefined : activityJson(found);
  });
  if (open !== undefined || !request.headers.has("signature")) return open;
  const url = new URL(`${path}${new URL(request.url).search}`, options.application.origin);
  const signer = await options.proof.whoseFetch({
    method: request.method,
    url,
    headers: request.headers,
    body: new Uint8Array(),
  });
  if (!signer.ok) return undefined;
  const found = await options.findObject(path, signer.value.actor.uri);
  return found === undefined ? undefined : respondPrivately(activityJson(found));
}

async function toItsPage({ application, actors }: ServeOptions, id: string): Promise<Response | undefined> {
  const actor = await actors.byId(id);
  if (actor === undefined || actor.isGone) return undefined;
  const location = new URL(actor.path, application.origin).href;
  return new Response(null, { status: 302, headers: { location, vary: "Accept" } });
}

/** NodeInfo's links, and beside them the actor of the server itself (FEP-2677). */
function nodeInfoLinks({ application }: ServeOptions): ServedDocument {
  const { origin } = application;
  const links = [
    { rel: "http://nodeinfo.diaspora.software/ns/schema/2.1", href: new URL(nodeInfoPath, origin).href },
    { rel: "https://www.w3.org/ns/activitystreams#Application", href: localActorUri(origin, serverActorId) },
  ];
  return { status: 200, type: "application/jrd+json", body: JSON.stringify({ links }) };
}

function activityJson(document: Json): ServedDocument {
  return { status: 200, type: activityType, body: JSON.stringify(document) };
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
