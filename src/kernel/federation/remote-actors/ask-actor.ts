import { accepted, refused, type Result } from "../../base/result.ts";
import type { Clock } from "../../base/time.ts";
import type { DocumentFailure, FetchDocument } from "../documents/fetch-document.ts";
import { idOf, isSameOrigin } from "../documents/reading.ts";
import type { Egress } from "../egress/egress.ts";
import { readActorDocument, type ActorDocument } from "./actor-document.ts";
import { readHandle, writeHandle } from "./handle.ts";
import type { KnownActor } from "./kept-actors.ts";
import { askWebFinger } from "./web-finger.ts";

/** What asking other servers about actors needs. */
export interface Asking {
  readonly egress: Egress;
  readonly fetchDocument: FetchDocument;
  readonly clock: Clock;
  /** `https:`, or `http:` for trials on one machine. */
  readonly scheme: "http:" | "https:";
}

/**
 * Asks an actor's own server about it, now. What is found at its URI, without leaving its origin, must say that it is that actor;
 * a page that names another id on the same origin is followed to it once. Its handle is proven by WebFinger, else it is the name
 * it gives itself at the host of its URI.
 */
export async function askActor(asking: Asking, url: string): Promise<Result<KnownActor, DocumentFailure>> {
  const found = await documentOf(asking, url);
  if (!found.ok) return found;
  const { actor, preferredUsername, keys } = found.value;
  const handle = await provenHandle(asking, actor.uri, preferredUsername);
  return accepted({ actor: { ...actor, handle, keyChangedAt: undefined }, keys, fetchedAt: asking.clock() });
}

async function documentOf(asking: Asking, url: string): Promise<Result<ActorDocument, DocumentFailure>> {
  let uri = url;
  for (let step = 0; step < 2; step++) {
    const found = await asking.fetchDocument(uri);
    if (!found.ok) return found;
    if (!isSameOrigin(found.value.url.href, uri)) return refused({ kind: "refused" });
    const read = readActorDocument(found.value.document, uri);
    if (read !== undefined) return accepted(read);
    const id = idOf(found.value.document);
    if (id === undefined || id === uri || !isSameOrigin(id, uri)) return refused({ kind: "refused" });
    uri = id;
  }
  return refused({ kind: "refused" });
}

/** `@ana@social.example`. A server may keep its handles under another host than its actors; then both must say so. */
async function provenHandle(asking: Asking, uri: string, preferredUsername: string): Promise<string> {
  const host = new URL(uri).host;
  const plain = `@${preferredUsername.toLowerCase()}@${host}`;
  const near = await askWebFinger(asking.egress, asking.scheme, host, `acct:${preferredUsername}@${host}`);
  if (!near.ok || near.value.actorUri !== uri) return plain;
  const handle = readHandle(near.value.handle ?? "");
  if (handle === undefined || handle.host === host) return handle === undefined ? plain : writeHandle(handle);
  const far = await askWebFinger(asking.egress, asking.scheme, handle.host, `acct:${handle.name}@${handle.host}`);
  return far.ok && far.value.actorUri === uri ? writeHandle(handle) : plain;
}
