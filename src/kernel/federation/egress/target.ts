import { isIP } from "node:net";
import { accepted, refused, type Result } from "../../base/result.ts";
import type { FetchFailure } from "./egress.ts";
import { isPublicAddress } from "./public-address.ts";

/** Where requests may go. */
export interface EgressPolicy {
  readonly allowsHttp: boolean;
  /** Only for tests and trials on one machine. */
  readonly allowsPrivateAddresses: boolean;
  /** Ports besides 80 and 443; `any` only for tests. */
  readonly morePorts: readonly number[] | "any";
}

/** A request may not go there; trying again changes nothing. */
export function notThere(detail: string): { readonly ok: false; readonly refusal: FetchFailure } {
  return refused({ kind: "refused", detail, mayRetry: false });
}

/**
 * Reads a URL that somebody gave us, and says whether a request may go there as far as the URL alone can tell; the addresses of
 * a name are checked when it is looked up.
 *
 * The URL parser of the platform has already turned `0x7f.1`, `2130706433` and `①②⑦.0.0.1` into 127.0.0.1.
 */
export function readTarget(text: string, policy: EgressPolicy): Result<URL, FetchFailure> {
  if (!URL.canParse(text)) return notThere("not a URL");
  const url = new URL(text);
  if (url.protocol !== "https:" && url.protocol !== "http:") return notThere(`the scheme ${url.protocol}`);
  if (url.protocol === "http:" && !policy.allowsHttp) return notThere("http where https is due");
  if (url.username !== "" || url.password !== "") return notThere("a URL with a name or password");
  if (!isPortAllowed(url, policy)) return notThere(`the port ${url.port}`);
  if (!policy.allowsPrivateAddresses && !isPublicHost(hostWithoutBrackets(url)))
    return notThere(`the host ${url.hostname}`);
  return accepted(url);
}

/** The host as a resolver or a socket wants it: `[::1]` is `::1`. */
function hostWithoutBrackets(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, "$1");
}

function isPortAllowed(url: URL, policy: EgressPolicy): boolean {
  if (url.port === "" || policy.morePorts === "any") return true;
  const port = Number(url.port);
  return port === 80 || port === 443 || policy.morePorts.includes(port);
}

// Names that never belong to the public internet: RFC 6761, RFC 6762 (local), RFC 7686 (onion), RFC 8375 (home.arpa),
// and "internal", which ICANN reserved for private use in 2024.
const privateNames = /(^|\.)(localhost|local|internal|home\.arpa|onion|invalid|test)$/;

function isPublicHost(host: string): boolean {
  if (isIP(host) !== 0) return isPublicAddress(host);
  // A name without a dot is a neighbour's, and one with a dot at its end slips past every list of names.
  return host.includes(".") && !host.endsWith(".") && !privateNames.test(host);
}
