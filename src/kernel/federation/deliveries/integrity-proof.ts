import { createHash, sign } from "node:crypto";
import { encodeMultibase } from "@fedify/vocab-runtime";
import { canonicalJson, type Json } from "../../base/canonical-json.ts";
import type { RemoteDocument } from "../documents/reading.ts";
import type { ActorKey } from "../keys/actor-keys.ts";

const dataIntegrity = "https://w3id.org/security/data-integrity/v1";

/**
 * The document with an object integrity proof (FEP-8b32, cryptosuite eddsa-jcs-2022), by which anybody can check, wherever it was
 * relayed, that the actor said exactly this.
 *
 * Proven is the document as it travels: the vocabulary's classes would drop terms that they do not know.
 */
export function withIntegrityProof(document: RemoteDocument, key: ActorKey, now: Temporal.Instant): RemoteDocument {
  const context = contextOf(document);
  const unsecured = { ...document, "@context": context };
  const options = {
    "@context": context,
    type: "DataIntegrityProof",
    cryptosuite: "eddsa-jcs-2022",
    verificationMethod: key.id,
    proofPurpose: "assertionMethod",
    created: now.toString({ smallestUnit: "second" }),
  };
  const hashes = Buffer.concat([sha256(canonicalJson(options)), sha256(canonicalJson(unsecured))]);
  const signature = sign(null, hashes, key.privateKey);
  const proofValue = new TextDecoder().decode(encodeMultibase("base58btc", signature));
  return { ...unsecured, proof: { ...options, proofValue } };
}

function contextOf(document: RemoteDocument): readonly Json[] {
  const context = document["@context"];
  const given: readonly Json[] = context === undefined ? [] : isList(context) ? context : [context];
  return given.includes(dataIntegrity) ? given : [...given, dataIntegrity];
}

function isList(json: Json): json is readonly Json[] {
  return Array.isArray(json);
}

function sha256(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
