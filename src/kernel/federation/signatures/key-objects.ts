import { createPublicKey, KeyObject } from "node:crypto";
import { importMultibaseKey } from "@fedify/vocab-runtime";
import type { RemoteKey } from "../remote-actors/actor-document.ts";

// Shorter keys can be broken, longer ones only cost: each signature would take milliseconds to check.
const LEAST_RSA_BITS = 2048;
const MOST_RSA_BITS = 8192;

/** A remote key as Node takes it; undefined when it is neither RSA of bearable length nor Ed25519. */
export async function keyObjectFrom(key: RemoteKey): Promise<KeyObject | undefined> {
  try {
    const object =
      key.kind === "pem" ? createPublicKey(key.pem) : KeyObject.from(await importMultibaseKey(key.multibase));
    return isUsable(object) ? object : undefined;
  } catch {
    return undefined;
  }
}

function isUsable(object: KeyObject): boolean {
  if (object.asymmetricKeyType === "ed25519") return true;
  const bits = object.asymmetricKeyDetails?.modulusLength ?? 0;
  return object.asymmetricKeyType === "rsa" && bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
}
