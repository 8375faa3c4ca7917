import { generateKeyPairSync } from "node:crypto";
import { verifyObject } from "@fedify/fedify/sig";
import { Activity } from "@fedify/vocab";
import { exportMultibaseKey } from "@fedify/vocab-runtime";
import { expect, test } from "vitest";
import { bundledContexts } from "../documents/contexts.ts";
import type { RemoteDocument } from "../documents/reading.ts";
import { withIntegrityProof } from "./integrity-proof.ts";

const uri = "https://gather.example/actors/circle";
const key = { id: `${uri}#ed25519-key`, ...generateKeyPairSync("ed25519") };
const now = Temporal.Instant.from("2027-02-01T10:00:00.5Z");
const said: RemoteDocument = {
  "@context": ["https://www.w3.org/ns/activitystreams", { joinMode: "https://joinmobilizon.org/ns#joinMode" }],
  id: "https://gather.example/activities/1",
  type: "Create",
  actor: uri,
  object: { id: "https://gather.example/1", type: "Event", attributedTo: uri, name: "Come", joinMode: "free" },
};

test("a proof is understood by others, unknown terms included", async () => {
  expect(await isProven(withIntegrityProof(said, key, now))).toBe(true);
});

test("a proof does not survive the smallest change", async () => {
  const proven = withIntegrityProof(said, key, now);
  expect(await isProven({ ...proven, published: "2027-02-01T10:00:00Z" })).toBe(false);
  expect(await isProven({ ...proven, object: { ...(said["object"] as RemoteDocument), joinMode: "restricted" } })).toBe(
    false,
  );
  expect(await isProven(said)).toBe(false);
});

/** Whether Fedify, as another server might, finds the activity proven by its actor. */
async function isProven(document: RemoteDocument): Promise<boolean> {
  const spki = new Uint8Array(key.publicKey.export({ type: "spki", format: "der" }));
  const publicKey = await crypto.subtle.importKey("spki", spki, "Ed25519", true, ["verify"]);
  const multikey = {
    "@context": "https://w3id.org/security/multikey/v1",
    id: key.id,
    type: "Multikey",
    controller: uri,
    publicKeyMultibase: await exportMultibaseKey(publicKey),
  };
  const loader = async (url: string) => ({ contextUrl: null, documentUrl: url, document: multikey });
  return (await verifyObject(Activity, document, { contextLoader: bundledContexts, documentLoader: loader })) !== null;
}
