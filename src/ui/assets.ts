/** Where the built files lie: source name (`styles.css`, `islands/copy.js`) to address (`/assets/styles.3f2a9c.css`). */
export type AssetManifest = Readonly<Record<string, string>>;

/** The address of a built file; a name the build did not make is a bug and throws. */
export function assetUrl(manifest: AssetManifest, name: string): string {
  const url = manifest[name];
  if (url === undefined) throw new Error(`the build made no ${name}`);
  return url;
}

/**
 * The islands a rendered page contains: the names of its `koinon-…` elements, each once. What people write cannot contain one,
 * since their HTML is cleaned of unknown elements. `islandsIn("<koinon-copy>…")` is `["copy"]`.
 */
export function islandsIn(html: string): readonly string[] {
  const found = html.matchAll(/<koinon-([a-z]+(?:-[a-z]+)*)[\s>]/g);
  return [...new Set(Array.from(found, (match) => match[1] ?? ""))];
}
