/** The query parameters by which a reader chooses a language or a zone on any page; no page may use these names otherwise. */
export const languageParameter = "read-in";
export const zoneParameter = "times-in";

/** The same address with one query parameter set; `withQuery("/a?b=1#c", "b", "2")` is `/a?b=2#c`. */
export function withQuery(path: string, name: string, value: string): string {
  const [, address = "", query = "", fragment = ""] = /^([^?#]*)\??([^#]*)(.*)$/s.exec(path) ?? [];
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${address}?${parameters}${fragment}`;
}

/**
 * An address on this server, for leading a reader back: what leads elsewhere (`https://…`, `//host`, `/\host`) gives `fallback`.
 */
export function ownPath(path: string | undefined, fallback: string): string {
  if (path === undefined || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.includes("\\")) return fallback;
  return path;
}

/**
 * An address that a link may lead to: on this server, or by http or https. Anything else, `javascript:` above all, gives undefined, and the
 * link is none.
 */
export function linkTarget(address: string | undefined): string | undefined {
  if (address === undefined) return undefined;
  if (/^[#?][\x21-\x7e]*$/.test(address)) return address;
  if (ownPath(address, "") !== "") return address;
  const url = URL.parse(address);
  return url !== null && /^https?:$/.test(url.protocol) && /^https?:\/\//i.test(address) ? url.href : undefined;
}
