import type { KeyObject } from "node:crypto";
import { verifyRequestDetailed } from "@fedify/fedify/sig";
import { CryptographicKey } from "@fedify/vocab";
import { bundledContexts, noDocuments } from "../documents/contexts.ts";

/** How far a sender's clock may be off, either way. Mastodon allows as much; a replay within it is recognised by its id. */
export const allowedSkew = Temporal.Duration.from({ hours: 12 });

/** A request whose signature is to be checked. Its URL is ours, whatever a proxy made of it. */
export interface SignedRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

/**
 * Whether `key`, known as `keyId`, signed this request, body included, within the allowed skew. Both schemes are checked by
 * Fedify; nothing is fetched, since the key is given.
 */
export async function isSignedBy(
  request: SignedRequest,
  keyId: string,
  key: KeyObject,
  now: Temporal.Instant,
): Promise<boolean> {
  const algorithm = key.asymmetricKeyType === "ed25519" ? "Ed25519" : { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const spki = new Uint8Array(key.export({ type: "spki", format: "der" }));
  const cryptoKey = await crypto.subtle.importKey("spki", spki, algorithm, true, ["verify"]);
  const known = new CryptographicKey({ id: new URL(keyId), publicKey: cryptoKey });
  try {
    const verdict = await verifyRequestDetailed(asSigned(request), {
      documentLoader: noDocuments,
      contextLoader: bundledContexts,
      keyCache: { get: async (id) => (id.href === known.id?.href ? known : null), set: async () => {} },
      timeWindow: allowedSkew,
      currentTime: now,
    });
    return verdict.verified;
  } catch {
    // Fedify throws at dates and encodings that are none.
    return false;
  }
}

/** The request as it was addressed: a signature made for another host does not fit this one. */
function asSigned(request: SignedRequest): Request {
  const headers = new Headers(request.headers);
  headers.set("host", request.url.host);
  const hasBody = request.method !== "GET" && request.method !== "HEAD";
  const body = hasBody ? { body: new Uint8Array(request.body) } : {};
  return new Request(request.url, { method: request.method, headers, ...body });
}
