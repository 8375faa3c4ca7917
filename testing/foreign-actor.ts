import { generateKeyPairSync, type KeyObject } from "node:crypto";
import type { Json } from "../src/kernel/base/canonical-json.ts";

/** How an actor of a foreign server looks. */
export type ActorShape = {
  /** Default `Person`. */
  readonly type?: "Person" | "Group" | "Service" | "Application" | "Organization";
  /** Where the key stands: `ACTOR#main-key` (default, most servers) or a document of its own at `ACTOR/main-key` (GoToSocial). */
  readonly keyAt?: "fragment" | "path";
  /** Default a fresh RSA pair of 2,048 bits; an actor that shares its key with another is a thing to test. */
  readonly keys?: { readonly privateKey: KeyObject; readonly publicKey: KeyObject };
  /** Members that replace or join those of the document; `undefined` takes one away. */
  readonly document?: { readonly [name: string]: Json | undefined };
};

/** An actor of a foreign server, with its private key at hand. */
export type ForeignActor = {
  readonly id: string;
  /** `name@host:port` */
  readonly handle: string;
  readonly inbox: string;
  readonly keyId: string;
  readonly publicKeyPem: string;
  readonly privateKey: KeyObject;
  readonly document: Json;
  /** What stands at the key's own address when it has one. */
  readonly keyDocument: Json;
};

/** A fresh RSA key pair of 2,048 bits, the kind that every fediverse server knows. */
export function freshKeys(): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  return generateKeyPairSync("rsa", { modulusLength: 2048 });
}

/** The actor `name` of the server at `origin`. */
export function actorOf(origin: string, name: string, shape: ActorShape = {}): ForeignActor {
  const { type = "Person", keyAt = "fragment", keys = freshKeys(), document = {} } = shape;
  const id = `${origin}/users/${name}`;
  const keyId = keyAt === "fragment" ? `${id}#main-key` : `${id}/main-key`;
  const publicKeyPem = keys.publicKey.export({ type: "spki", format: "pem" });
  const publicKey = { id: keyId, owner: id, publicKeyPem };
  const context = ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"];
  const about = { "@context": context, id, type, preferredUsername: name, name };
  const collections = { inbox: `${id}/inbox`, outbox: `${id}/outbox`, followers: `${id}/followers` };
  return {
    id,
    handle: `${name}@${new URL(origin).host}`,
    inbox: `${id}/inbox`,
    keyId,
    publicKeyPem,
    privateKey: keys.privateKey,
    document: { ...about, ...collections, url: id, publicKey, ...document },
    keyDocument: { ...about, publicKey },
  };
}
