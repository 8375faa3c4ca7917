import { createHash, sign, type KeyObject } from "node:crypto";
import type { Method } from "../egress/egress.ts";
import { httpDate } from "./http-date.ts";

/** The two ways in which servers sign requests: draft-cavage-http-signatures-12, which all know, and RFC 9421, which replaces it. */
export type SignatureScheme = "cavage" | "rfc9421";

/** What is signed. */
export interface SignableRequest {
  readonly method: Method;
  readonly url: URL;
  readonly body: Uint8Array;
}

/** Whose signature: an RSA key and the id under which others find its public part. */
export interface Signer {
  readonly keyId: string;
  readonly privateKey: KeyObject;
}

/** The headers that sign a request; their names are lower-case. Signing runs on the thread pool, off the event loop. */
export function signRequest(
  scheme: SignatureScheme,
  request: SignableRequest,
  signer: Signer,
  now: Temporal.Instant,
): Promise<Readonly<Record<string, string>>> {
  return scheme === "cavage" ? signByCavage(request, signer, now) : signByRfc9421(request, signer, now);
}

async function signByCavage(request: SignableRequest, signer: Signer, now: Temporal.Instant) {
  const { method, url, body } = request;
  const date = httpDate(now);
  const digest = method !== "GET" ? { digest: `SHA-256=${sha256(body)}` } : {};
  const headers: Readonly<Record<string, string>> = { host: url.host, date, ...digest };
  const target = `(request-target): ${method.toLowerCase()} ${url.pathname}${url.search}`;
  const lines = [target, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`)];
  const covered = ["(request-target)", ...Object.keys(headers)].join(" ");
  const signature = await signText(lines.join("\n"), signer.privateKey);
  const written = `keyId="${signer.keyId}",algorithm="rsa-sha256",headers="${covered}",signature="${signature}"`;
  return { ...headers, signature: written };
}

async function signByRfc9421(request: SignableRequest, signer: Signer, now: Temporal.Instant) {
  const { method, url, body } = request;
  const digest = method !== "GET" ? { "content-digest": `sha-256=:${sha256(body)}:` } : {};
  const values = { "@method": method, "@target-uri": url.href, ...digest };
  const covered = Object.keys(values)
    .map((name) => `"${name}"`)
    .join(" ");
  const created = Math.floor(now.epochMilliseconds / 1000);
  const parameters = `(${covered});created=${created};keyid="${signer.keyId}";alg="rsa-v1_5-sha256"`;
  const lines = Object.entries({ ...values, "@signature-params": parameters }).map(
    ([name, value]) => `"${name}": ${value}`,
  );
  const signature = await signText(lines.join("\n"), signer.privateKey);
  return {
    host: url.host,
    date: httpDate(now),
    ...digest,
    "signature-input": `sig1=${parameters}`,
    signature: `sig1=:${signature}:`,
  };
}

function sha256(body: Uint8Array): string {
  return createHash("sha256").update(body).digest("base64");
}

function signText(text: string, privateKey: KeyObject): Promise<string> {
  return new Promise((resolve, reject) => {
    sign("sha256", Buffer.from(text), privateKey, (error, signature) => {
      if (error === null) resolve(signature.toString("base64"));
      else reject(error);
    });
  });
}
