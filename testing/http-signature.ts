import { createHash, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import type { Headers, ReceivedRequest } from "./http-exchange.ts";

/** What is to be signed. */
export type Signable = {
  readonly method: string;
  readonly url: string;
  readonly body: string;
};

/** Whose signature, and every part of it that a hostile test may want to spoil. Left alone, the parts are in order. */
export type Signing = {
  readonly privateKey: KeyObject;
  readonly keyId: string;
  /** The time in the `Date` header (draft-cavage) or in `created` (RFC 9421). */
  readonly now?: Temporal.Instant;
  /** What the signature covers, in this order; the headers that it does not name are still sent. */
  readonly covered?: readonly string[];
  /** Headers, by lower-case name, that are neither sent nor covered. */
  readonly leftOut?: readonly string[];
  /** The text whose digest is sent, when it is not the body. */
  readonly digestOf?: string;
  /** The host that is signed and sent, when it is not that of the URL. */
  readonly host?: string;
  /** The name under which the algorithm is announced; the signature itself follows the kind of key. */
  readonly algorithm?: string;
};

/** What a signature turned out to be worth, part by part. */
export type SignatureVerdict = {
  readonly keyId: string;
  readonly covered: readonly string[];
  readonly isSignatureValid: boolean;
  /** Whether the digest that was sent is that of the body that came; false when none was sent. */
  readonly isDigestRight: boolean;
};

/** The headers that sign `request` after draft-cavage-http-signatures-12: rsa-sha256 over (request-target), host, date, digest. */
export function signByCavage(request: Signable, signing: Signing): Headers {
  const url = new URL(request.url);
  const headers = without(signing.leftOut, {
    host: signing.host ?? url.host,
    date: httpDate(signing.now ?? Temporal.Now.instant()),
    digest: `SHA-256=${sha256(signing.digestOf ?? request.body)}`,
  });
  const covered = signing.covered ?? ["(request-target)", ...Object.keys(headers)];
  const target = `${request.method.toLowerCase()} ${url.pathname}${url.search}`;
  const signature = signText(cavageText(covered, target, headers), signing.privateKey);
  const parameters = [
    `keyId="${signing.keyId}"`,
    `algorithm="${signing.algorithm ?? "rsa-sha256"}"`,
    `headers="${covered.join(" ")}"`,
    `signature="${signature}"`,
  ];
  return { ...headers, signature: parameters.join(",") };
}

/** The headers that sign `request` after RFC 9421: rsa-v1_5-sha256 or ed25519 over @method, @target-uri and content-digest. */
export function signByRfc9421(request: Signable, signing: Signing): Headers {
  const url = new URL(request.url);
  const headers = without(signing.leftOut, {
    host: signing.host ?? url.host,
    "content-digest": `sha-256=:${sha256(signing.digestOf ?? request.body)}:`,
  });
  const covered = signing.covered ?? [
    "@method",
    "@target-uri",
    ...Object.keys(headers).filter((name) => name !== "host"),
  ];
  const algorithm =
    signing.algorithm ?? (signing.privateKey.asymmetricKeyType === "rsa" ? "rsa-v1_5-sha256" : "ed25519");
  const created = Math.floor((signing.now ?? Temporal.Now.instant()).epochMilliseconds / 1000);
  const list = covered.map((name) => `"${name}"`).join(" ");
  const parameters = `(${list});created=${created};keyid="${signing.keyId}";alg="${algorithm}"`;
  const signature = signText(rfc9421Text(covered, request.method, url, headers, parameters), signing.privateKey);
  return { ...headers, "signature-input": `sig1=${parameters}`, signature: `sig1=:${signature}:` };
}

/** Checks a draft-cavage signature without any of the product's code. Throws when there is none, or one that cannot be read. */
export function verifyCavage(request: ReceivedRequest, publicKeyPem: string): SignatureVerdict {
  const header = headerOf(request, "signature");
  const part = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(header)?.[1] ?? "";
  const covered = part("headers").split(" ");
  const text = cavageText(covered, `${request.method.toLowerCase()} ${request.target}`, request.headers);
  return {
    keyId: part("keyId"),
    covered,
    isSignatureValid: verifyText(text, publicKeyPem, part("signature")),
    isDigestRight: request.headers["digest"] === `SHA-256=${sha256(request.body)}`,
  };
}

/**
 * Checks the first RFC 9421 signature without any of the product's code; `origin` is that of the server that received the request.
 * Throws when there is none, or one that cannot be read.
 */
export function verifyRfc9421(request: ReceivedRequest, publicKeyPem: string, origin: string): SignatureVerdict {
  const input = /^(\w+)=(\(([^)]*)\).*)$/.exec(headerOf(request, "signature-input"));
  const [, label = "", parameters = "", list = ""] = input ?? [];
  const covered = list.split(" ").map((name) => name.replaceAll('"', ""));
  const signature = new RegExp(`${label}=:([^:]*):`).exec(headerOf(request, "signature"))?.[1] ?? "";
  const text = rfc9421Text(covered, request.method, new URL(request.target, origin), request.headers, parameters);
  return {
    keyId: /keyid="([^"]*)"/.exec(parameters)?.[1] ?? "",
    covered,
    isSignatureValid: verifyText(text, publicKeyPem, signature),
    isDigestRight: request.headers["content-digest"] === `sha-256=:${sha256(request.body)}:`,
  };
}

/** `httpDate(Temporal.Instant.from("2026-11-21T23:04:00Z"))` is `Sat, 21 Nov 2026 23:04:00 GMT`, as RFC 9110 section 5.6.7 wants it. */
export function httpDate(instant: Temporal.Instant): string {
  const utc = instant.toZonedDateTimeISO("UTC");
  const day = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][utc.dayOfWeek - 1];
  const month = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"][utc.month - 1];
  const date = `${String(utc.day).padStart(2, "0")} ${month} ${utc.year}`;
  return `${day}, ${date} ${utc.toPlainTime().toString({ smallestUnit: "second" })} GMT`;
}

function cavageText(covered: readonly string[], target: string, headers: Headers): string {
  return covered
    .map((name) => (name === "(request-target)" ? `${name}: ${target}` : `${name}: ${headers[name] ?? ""}`))
    .join("\n");
}

function rfc9421Text(
  covered: readonly string[],
  method: string,
  url: URL,
  headers: Headers,
  parameters: string,
): string {
  const derived: Headers = {
    "@method": method,
    "@target-uri": url.href,
    "@authority": url.host,
    "@scheme": url.protocol.slice(0, -1),
    "@path": url.pathname,
    "@query": url.search === "" ? "?" : url.search,
    "@request-target": `${url.pathname}${url.search}`,
  };
  const lines = covered.map((name) => `"${name}": ${derived[name] ?? headers[name] ?? ""}`);
  return [...lines, `"@signature-params": ${parameters}`].join("\n");
}

function signText(text: string, privateKey: KeyObject): string {
  return sign(hashFor(privateKey), Buffer.from(text), privateKey).toString("base64");
}

function verifyText(text: string, publicKeyPem: string, signature: string): boolean {
  const publicKey = createPublicKey(publicKeyPem);
  return verify(hashFor(publicKey), Buffer.from(text), publicKey, Buffer.from(signature, "base64"));
}

function hashFor(key: KeyObject): "sha256" | null {
  return key.asymmetricKeyType === "rsa" ? "sha256" : null;
}

function sha256(bytes: string | Buffer): string {
  return createHash("sha256").update(bytes).digest("base64");
}

function without(names: readonly string[] = [], headers: Headers): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !names.includes(name)));
}

function headerOf(request: ReceivedRequest, name: string): string {
  const value = request.headers[name];
  if (value === undefined) throw new Error(`${request.method} ${request.target} came without a ${name} header`);
  return value;
}
