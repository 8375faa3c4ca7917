import {
  Application as ApplicationActor,
  CryptographicKey,
  Endpoints,
  Group,
  Multikey,
  Organization,
  Person,
  Service,
} from "@fedify/vocab";
import type { KeyObject } from "node:crypto";
import { unreachable } from "../../base/result.ts";
import { htmlFromText } from "../html-from-text.ts";
import { localActorUri, type ActorKeyPairs } from "../keys/actor-keys.ts";
import type { LocalActor } from "../local-actor.ts";

/** Where the parts of a local actor are. All of them derive from its id, and never change. */
export function actorAddresses(origin: URL, actorId: string) {
  const uri = localActorUri(origin, actorId);
  return {
    uri: new URL(uri),
    inbox: new URL(`${uri}/inbox`),
    outbox: new URL(`${uri}/outbox`),
    followers: new URL(`${uri}/followers`),
    sharedInbox: new URL("/inbox", origin),
  };
}

/** A local actor as other servers see it, with its public keys. */
export async function actorDocument(origin: URL, actor: LocalActor, keys: ActorKeyPairs) {
  const { uri, inbox, outbox, followers, sharedInbox } = actorAddresses(origin, actor.id);
  const values = {
    id: uri,
    preferredUsername: actor.handle,
    name: actor.name,
    summary: htmlFromText(actor.summary),
    url: new URL(actor.path, origin),
    published: actor.createdAt,
    inbox,
    outbox,
    followers,
    endpoints: new Endpoints({ sharedInbox }),
    manuallyApprovesFollowers: actor.approvesFollowers,
    discoverable: actor.isDiscoverable,
    indexable: actor.isDiscoverable,
    publicKey: new CryptographicKey({
      id: new URL(keys.rsa.id),
      owner: uri,
      publicKey: await cryptoKey(keys.rsa.publicKey),
    }),
    assertionMethod: new Multikey({
      id: new URL(keys.ed25519.id),
      controller: uri,
      publicKey: await cryptoKey(keys.ed25519.publicKey),
    }),
  };
  switch (actor.type) {
    case "Application":
      return new ApplicationActor(values);
    case "Group":
      return new Group(values);
    case "Service":
      return new Service(values);
    case "Organization":
      return new Organization(values);
    case "Person":
      return new Person(values);
    default:
      return unreachable(actor.type);
  }
}

function cryptoKey(key: KeyObject): Promise<CryptoKey> {
  const algorithm = key.asymmetricKeyType === "ed25519" ? "Ed25519" : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const spki = new Uint8Array(key.export({ type: "spki", format: "der" }));
  return crypto.subtle.importKey("spki", spki, algorithm, true, ["verify"]);
}
