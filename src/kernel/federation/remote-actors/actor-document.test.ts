import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { idOf, type RemoteDocument } from "../documents/reading.ts";
import { readActorDocument } from "./actor-document.ts";
import { readHandle, writeHandle } from "./handle.ts";

const uri = "https://social.example/users/ana";
const key = { id: `${uri}#main-key`, owner: uri, publicKeyPem: "PEM" };
const ana: RemoteDocument = {
  "@context": ["https://www.w3.org/ns/activitystreams", "https://w3id.org/security/v1"],
  id: uri,
  type: "Person",
  preferredUsername: "ana",
  name: "Ana",
  inbox: `${uri}/inbox`,
  endpoints: { sharedInbox: "https://social.example/inbox" },
  url: "https://social.example/@ana",
  publicKey: key,
};

test("an actor is read as it says it is", () => {
  expect(readActorDocument(ana, uri)).toEqual({
    actor: {
      uri,
      host: "social.example",
      name: "Ana",
      url: "https://social.example/@ana",
      inbox: `${uri}/inbox`,
      sharedInbox: "https://social.example/inbox",
      type: "Person",
      alsoKnownAs: [],
      movedTo: undefined,
    },
    preferredUsername: "ana",
    keys: [{ id: `${uri}#main-key`, kind: "pem", pem: "PEM" }],
  });
});

test.each(["snac2", "gotosocial", "gancio"])("the actors that %s serves are read, with their key", (software) => {
  // Parsing at the edge: a recorded document.
  const document = JSON.parse(
    readFileSync(`${import.meta.dirname}/golden/${software}-actor.json`, "utf8"),
  ) as RemoteDocument;
  const read = readActorDocument(document, idOf(document) ?? "");
  expect(read?.keys).toHaveLength(1);
  expect(read?.actor.inbox).toContain("inbox");
});

test("a document that is about another than where it was found is nobody's", () => {
  expect(readActorDocument(ana, "https://evil.example/users/ana")).toBeUndefined();
  expect(readActorDocument({ ...ana, id: "https://victim.example/users/ana" }, uri)).toBeUndefined();
  expect(readActorDocument({ ...ana, id: undefined }, uri)).toBeUndefined();
  expect(readActorDocument({ ...ana, id: [uri] }, uri)).toBeUndefined();
});

test("a key of another origin, or of another owner, is not the actor's", () => {
  const keysWith = (spoilt: RemoteDocument) =>
    readActorDocument({ ...ana, publicKey: { ...key, ...spoilt } }, uri)?.keys;
  expect(keysWith({ id: "https://victim.example/users/ana#main-key" })).toEqual([]);
  expect(keysWith({ owner: "https://victim.example/users/ana" })).toEqual([]);
  expect(keysWith({ id: "https://social.example/users/ana/main-key" })).toHaveLength(1);
});

test("several keys, among them one for integrity proofs, are all read", () => {
  const multikey = { id: `${uri}#ed25519-key`, type: "Multikey", controller: uri, publicKeyMultibase: "z6Mk" };
  const both = readActorDocument({ ...ana, publicKey: [key], assertionMethod: [multikey] }, uri);
  expect(both?.keys).toEqual([
    { id: `${uri}#main-key`, kind: "pem", pem: "PEM" },
    { id: `${uri}#ed25519-key`, kind: "multibase", multibase: "z6Mk" },
  ]);
});

test("a profile page may be on another host, as Threads and bridges show it", () => {
  expect(readActorDocument({ ...ana, url: "https://www.social.example/@ana" }, uri)?.actor.url).toBe(
    "https://www.social.example/@ana",
  );
  const links = [{ type: "Link", mediaType: "text/html", href: "https://pages.example/ana" }];
  expect(readActorDocument({ ...ana, url: links }, uri)?.actor.url).toBe("https://pages.example/ana");
  expect(readActorDocument({ ...ana, url: "javascript:alert(1)" }, uri)?.actor.url).toBe(uri);
});

test("what is no actor, or has no way to be written to, is not taken", () => {
  expect(readActorDocument({ ...ana, type: "Note" }, uri)).toBeUndefined();
  expect(readActorDocument({ ...ana, type: ["Person", "Other"] }, uri)?.actor.type).toBe("Person");
  expect(readActorDocument({ ...ana, inbox: undefined }, uri)).toBeUndefined();
  expect(readActorDocument({ ...ana, inbox: "file:///etc/passwd" }, uri)).toBeUndefined();
  expect(readActorDocument({ ...ana, preferredUsername: "ana@victim.example" }, uri)).toBeUndefined();
  expect(readActorDocument({ ...ana, name: "  " }, uri)?.actor.name).toBe("ana");
});

test("a handle is read however it is written, and its host stays itself", () => {
  for (const text of [
    "@Ana@Social.example",
    "ana@social.example",
    "acct:ana@social.example",
    " @ana@social.example ",
  ]) {
    expect(readHandle(text)).toEqual({ name: "ana", host: "social.example" });
  }
  expect(readHandle("@ana@127.0.0.1:4000")).toEqual({ name: "ana", host: "127.0.0.1:4000" });
  expect(readHandle("@ana@soci\u0430l.example")?.host).toMatch(/^xn--/);
  for (const text of [
    "ana",
    "@ana",
    "ana@",
    "@ana@a b",
    "https://social.example/@ana",
    "ana@social.example/x",
    "ana@h:port",
  ]) {
    expect(readHandle(text)).toBeUndefined();
  }
  expect(writeHandle({ name: "ana", host: "social.example" })).toBe("@ana@social.example");
});
