/**
 * How far someone is kept out. `limit`: what they ask waits for a steward, and nothing of theirs is passed on. `block`: they can
 * neither listen nor join, and nothing of theirs is taken in.
 */
export type BlockLevel = "limit" | "block";
export const blockLevels: readonly BlockLevel[] = ["limit", "block"];

/** Whom a block may touch: a person here, a server, or both of one requester. */
export interface BlockSubject {
  readonly personId?: string | undefined;
  /** The host of their server; a port is of no account. */
  readonly host?: string | undefined;
}

const longestHost = 253;

/**
 * A host as it is kept and compared, or undefined for what is no host: small letters, punycode, no port, no final dot.
 * `normalHost("https://Bücher.example./about")` is `xn--bcher-kva.example`.
 */
export function normalHost(typed: string): string | undefined {
  const bare = typed.trim().replace(/^@/, "");
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(bare) ? bare : `https://${bare}`);
  if (url === null || url.username !== "" || url.password !== "") return undefined;
  const host = url.hostname.replace(/\.$/, "").toLowerCase();
  return host.length > longestHost || !/^(?:[a-z0-9._-]+|\[[0-9a-f:.]+\])$/.test(host) ? undefined : host;
}

/**
 * Every host whose block covers `host`: itself and the domains above it, since whoever holds a domain makes subdomains at will.
 * `hostsCovering("a.evil.example")` is `["a.evil.example", "evil.example", "example"]`.
 */
export function hostsCovering(host: string): readonly string[] {
  // An address is no name below another: 7.0.0.1 says nothing of 127.0.0.1.
  if (/^[\d.]+$/.test(host) || host.startsWith("[")) return [host];
  const labels = host.split(".");
  return labels.map((_, place) => labels.slice(place).join("."));
}

/** The stricter of some levels; undefined of none. */
export function strictest(levels: readonly BlockLevel[]): BlockLevel | undefined {
  if (levels.includes("block")) return "block";
  return levels.includes("limit") ? "limit" : undefined;
}
