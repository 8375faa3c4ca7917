import { accepted, refused, type Result } from "../../base/result.ts";
import type { DocumentFailure } from "../documents/fetch-document.ts";
import type { LookUpFailure } from "../federation-handle.ts";
import type { RemoteActor } from "../received.ts";
import type { Asking } from "./ask-actor.ts";
import { readHandle, writeHandle, type Handle } from "./handle.ts";
import type { KnownActor } from "./kept-actors.ts";
import type { RemoteActors } from "./remote-actors.ts";
import { askWebFinger } from "./web-finger.ts";

/**
 * Finds an actor by its handle, its URI or its page, and keeps it.
 *
 * A handle is proven both ways: the server of the handle names the actor, and the actor's own server says that this is its
 * handle. A server that answers with somebody else's actor is refused with `not-theirs`.
 */
export async function lookUpActor(
  asking: Asking,
  actors: RemoteActors,
  name: string,
): Promise<Result<RemoteActor, LookUpFailure>> {
  const handle = readHandle(name);
  const found =
    handle === undefined ? await byUrl(asking, actors, name.trim()) : await byHandle(asking, actors, handle);
  if (!found.ok) return found;
  await actors.keep(found.value);
  return accepted(found.value.actor);
}

async function byHandle(
  asking: Asking,
  actors: RemoteActors,
  handle: Handle,
): Promise<Result<KnownActor, LookUpFailure>> {
  const resource = `acct:${handle.name}@${handle.host}`;
  const fingered = await askWebFinger(asking.egress, asking.scheme, handle.host, resource);
  if (!fingered.ok) return refused(lookUpFailure(fingered.refusal));
  const found = await actors.ask(fingered.value.actorUri);
  if (!found.ok) return refused(lookUpFailure(found.refusal));
  if (found.value.actor.handle !== writeHandle(handle)) return refused({ kind: "not-theirs" });
  return found;
}

async function byUrl(asking: Asking, actors: RemoteActors, url: string): Promise<Result<KnownActor, LookUpFailure>> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) return refused({ kind: "not-a-handle" });
  const direct = await actors.ask(url);
  if (direct.ok) return direct;
  // A page that is no ActivityPub document may still be known to its server by WebFinger.
  const fingered = await askWebFinger(asking.egress, asking.scheme, new URL(url).host, url);
  if (!fingered.ok) return refused(lookUpFailure(direct.refusal));
  const found = await actors.ask(fingered.value.actorUri);
  if (!found.ok) return refused(lookUpFailure(found.refusal));
  // The page's server names an actor; the actor must name the page, or live there.
  const { actor } = found.value;
  const isTheirs = actor.url === url || actor.host === new URL(url).host;
  return isTheirs ? found : refused({ kind: "not-theirs" });
}

function lookUpFailure({ kind }: DocumentFailure): LookUpFailure {
  return { kind: kind === "gone" || kind === "missing" ? "no-such-actor" : kind };
}
