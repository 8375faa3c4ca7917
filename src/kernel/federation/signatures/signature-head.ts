import type { SignatureScheme } from "./sign-request.ts";

/** What a request says of its own signature, before anything is proven. */
export interface SignatureHead {
  readonly scheme: SignatureScheme;
  readonly keyId: string;
  /** Lower case; `(request-target)`, `@method`, `host` and so on. */
  readonly covered: readonly string[];
}

/** Headers by lower-case name. */
export interface HeaderReader {
  get(name: string): string | null;
}

/**
 * Reads which key signed a request and what its signature covers; undefined when it has none that we understand.
 *
 * One signature with each parameter given once: programs differ in which of two they take. RFC 9421 wins when both are there.
 */
export function readSignatureHead(headers: HeaderReader): SignatureHead | undefined {
  const signature = headers.get("signature");
  if (signature === null) return undefined;
  const input = headers.get("signature-input");
  return input === null ? cavageHead(signature) : rfc9421Head(input);
}

/**
 * Whether a signature covers all that must not be changed: method, target and host; the time; and, for a request with a body,
 * its digest. The verifiers alone would be content with less.
 */
export function coversEnough(head: SignatureHead, hasBody: boolean): boolean {
  const covers = (...names: readonly string[]) => names.some((name) => head.covered.includes(name));
  if (head.scheme === "cavage") {
    return (
      covers("(request-target)") && covers("host") && covers("date", "(created)") && (!hasBody || covers("digest"))
    );
  }
  const target = covers("@target-uri") || (covers("@path", "@request-target") && covers("@authority", "host"));
  return covers("@method") && target && (!hasBody || covers("content-digest"));
}

/** The parameters of a draft-cavage Signature header; undefined when one is given twice or not understood. */
export function cavageParameters(signature: string): ReadonlyMap<string, string> | undefined {
  const parameters = new Map<string, string>();
  for (const part of signature.split(",")) {
    const [, name, quoted, number] = /^\s*([A-Za-z]+)=(?:"([^"]*)"|(\d+))\s*$/.exec(part) ?? [];
    if (name === undefined || parameters.has(name)) return undefined;
    parameters.set(name, quoted ?? number ?? "");
  }
  return parameters;
}

function cavageHead(signature: string): SignatureHead | undefined {
  const parameters = cavageParameters(signature);
  const keyId = parameters?.get("keyId");
  const covered = parameters?.get("headers")?.toLowerCase().split(" ");
  if (keyId === undefined || covered === undefined || new Set(covered).size < covered.length) return undefined;
  return { scheme: "cavage", keyId, covered };
}

function rfc9421Head(input: string): SignatureHead | undefined {
  const [, inside, parameters] =
    /^[a-z*][a-z0-9_.*-]*=\(([^()]*)\)((?:;[a-z]+=(?:"[^"\\]*"|\d+))*)$/.exec(input.trim()) ?? [];
  if (inside === undefined || parameters === undefined) return undefined;
  const components = inside.split(" ").map((component) => /^"([a-z@][a-z0-9-]*)"$/.exec(component)?.[1]);
  const covered = components.filter((component) => component !== undefined);
  const isPlain = covered.length === components.length && new Set(covered).size === covered.length;
  const keyIds = [...parameters.matchAll(/;keyid="([^"]*)"/g)].map(([, keyId = ""]) => keyId);
  const [keyId] = keyIds;
  return isPlain && keyId !== undefined && keyIds.length === 1 ? { scheme: "rfc9421", keyId, covered } : undefined;
}
