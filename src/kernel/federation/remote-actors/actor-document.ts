import type { Json } from "../../base/canonical-json.ts";
import {
  isObject,
  isSameOrigin,
  isSameUri,
  listOf,
  textsOf,
  webUrl,
  type RemoteDocument,
} from "../documents/reading.ts";
import type { RemoteActor } from "../received.ts";

/** A public key as an actor shows it in its own document. */
export type RemoteKey =
  | { readonly id: string; readonly kind: "pem"; readonly pem: string }
  | { readonly id: string; readonly kind: "multibase"; readonly multibase: string };

/** What an actor says of itself. The handle is still to be proven by WebFinger. */
export interface ActorDocument {
  readonly actor: Omit<RemoteActor, "handle" | "keyChangedAt">;
  readonly preferredUsername: string;
  readonly keys: readonly RemoteKey[];
}

const actorTypes = ["Person", "Group", "Service", "Application", "Organization"];
const MOST_KEYS = 10;
const MOST_ALIASES = 50;
const MOST_NAME = 200;

/**
 * Reads the document that was found at `uri`. It must be about itself: its `id` is `uri`, and every key stands on
 * the same origin and names the actor as its owner; else a server could speak for actors of another
 * (FEP-fe34; Mastodon CVE-2024-23832). The profile page may be anywhere: Threads and bridges show it on another host.
 *
 * Plain names are read, as every server writes them; `undefined` when this is no actor of whom anything can be made.
 */
export function readActorDocument(document: RemoteDocument, uri: string): ActorDocument | undefined {
  const id = document["id"];
  const type = textsOf(document["type"]).find((text) => actorTypes.includes(text));
  const preferredUsername = document["preferredUsername"];
  const inbox = webUrl(document["inbox"]);
  if (!isSameUri(id, uri) || type === undefined || inbox === undefined) return undefined;
  if (typeof preferredUsername !== "string" || !/^[^\s@/:]{1,100}$/u.test(preferredUsername)) return undefined;
  const endpoints = document["endpoints"];
  const name = document["name"];
  const actor = {
    uri,
    host: new URL(uri).host,
    name: typeof name === "string" && name.trim() !== "" ? name.trim().slice(0, MOST_NAME) : preferredUsername,
    url: pageOf(document["url"]) ?? uri,
    inbox,
    sharedInbox: isObject(endpoints) ? webUrl(endpoints["sharedInbox"]) : undefined,
    followers: webUrl(document["followers"]),
    type,
    alsoKnownAs: textsOf(document["alsoKnownAs"]).slice(0, MOST_ALIASES),
    movedTo: webUrl(document["movedTo"]),
  };
  return { actor, preferredUsername, keys: keysOf(document, uri) };
}

function keysOf(document: RemoteDocument, uri: string): readonly RemoteKey[] {
  const pems = listOf(document["publicKey"]).flatMap((key): RemoteKey[] => {
    if (!isObject(key) || !isOwnKey(key["id"], uri) || !isSameUri(key["owner"], uri)) return [];
    const pem = key["publicKeyPem"];
    return typeof pem === "string" ? [{ id: key["id"], kind: "pem", pem }] : [];
  });
  const multikeys = listOf(document["assertionMethod"]).flatMap((key): RemoteKey[] => {
    if (!isObject(key) || !isOwnKey(key["id"], uri) || !isSameUri(key["controller"], uri)) return [];
    const multibase = key["publicKeyMultibase"];
    return typeof multibase === "string" ? [{ id: key["id"], kind: "multibase", multibase }] : [];
  });
  return [...pems, ...multikeys].slice(0, MOST_KEYS);
}

function isOwnKey(id: Json | undefined, uri: string): id is string {
  return typeof id === "string" && isSameOrigin(id, uri);
}

/** The first of the pages that an actor names: a text, a Link, or several of them. */
function pageOf(url: Json | undefined): string | undefined {
  const pages = listOf(url).map((page) => webUrl(isObject(page) ? page["href"] : page));
  return pages.find((page) => page !== undefined);
}
