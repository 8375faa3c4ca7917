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
