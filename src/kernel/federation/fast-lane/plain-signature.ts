import { createHash, verify, type KeyObject } from "node:crypto";
import { instantFromHttpDate } from "../signatures/http-date.ts";
import { cavageParameters, coversEnough, readSignatureHead } from "../signatures/signature-head.ts";
import { allowedSkew } from "../signatures/verify-request.ts";

/** The head of a POST as it came in. */
export interface PostHead {
  readonly method: string;
  /** Path and query as they were sent. */
  readonly target: string;
  /** The value of a header by its lower-case name; undefined when it was not sent. */
  header(name: string): string | undefined;
}

/** A signature in the one scheme of the fast lane; nothing is proven yet. */
export interface PlainSignature {
  readonly keyId: string;
  /** What was signed. */
  readonly text: string;
  readonly signature: Buffer;
  /** SHA-256 of the body, in base64, as the sender says. */
  readonly digest: string;
}

const parametersKnown = new Set(["keyId", "algorithm", "headers", "signature"]);
/** `hs2019` leaves it to the key which algorithm it is; here only RSA keys are known. */
const algorithms = new Set([undefined, "rsa-sha256", "hs2019"]);

/**
 * Reads a draft-cavage RSA signature that covers target, host, date and digest, made within the allowed skew of `now`; undefined for
 * everything else. `host` is ours, whatever a proxy made of it: a signature made for another host will not fit.
 */
export function readPlainSignature(post: PostHead, host: string, now: Temporal.Instant): PlainSignature | undefined {
  const head = readSignatureHead({ get: (name) => post.header(name) ?? null });
  if (head?.scheme !== "cavage" || !coversEnough(head, true) || !isTimely(post.header("date"), now)) return undefined;
  const parameters = cavageParameters(post.header("signature") ?? "") ?? new Map<string, string>();
  const isKnown = [...parameters.keys()].every((name) => parametersKnown.has(name));
  const [, digest] = /^SHA-256=([A-Za-z0-9+/]{43}=)$/i.exec(post.header("digest") ?? "") ?? [];
  const text = textOf(head.covered, post, host);
  const signature = parameters.get("signature");
  if (!isKnown || !algorithms.has(parameters.get("algorithm"))) return undefined;
  if (digest === undefined || text === undefined || signature === undefined) return undefined;
  return { keyId: head.keyId, text, signature: Buffer.from(signature, "base64"), digest };
}

/** Whether the body is the one whose digest was signed. */
export function isBodyOf(signed: PlainSignature, body: Uint8Array): boolean {
  return createHash("sha256").update(body).digest("base64") === signed.digest;
}

/** Whether the owner of `key` signed it. Some 20 microseconds on the event loop, less than handing it to another thread costs. */
export function isSignedWith(signed: PlainSignature, key: KeyObject): boolean {
  return verify("sha256", Buffer.from(signed.text), key, signed.signature);
}

/** The text that was signed; undefined when a header that it should cover was not sent, or `date` is not among them. */
function textOf(covered: readonly string[], post: PostHead, host: string): string | undefined {
  if (!covered.includes("date")) return undefined;
  const lines: string[] = [];
  for (const name of covered) {
    const value = name === "(request-target)" ? `post ${post.target}` : name === "host" ? host : post.header(name);
    if (value === undefined) return undefined;
    lines.push(`${name}: ${value}`);
  }
  return lines.join("\n");
}

const allowedMs = allowedSkew.total("milliseconds");

function isTimely(date: string | undefined, now: Temporal.Instant): boolean {
  const signedAt = date === undefined ? undefined : instantFromHttpDate(date);
  return signedAt !== undefined && Math.abs(now.epochMilliseconds - signedAt.epochMilliseconds) <= allowedMs;
}
