/** What is done about a host: `suspend`, nothing goes in or out; `silence`, it takes part but is shown nowhere unasked. */
export const severities = ["suspend", "silence"] as const;

/** See {@link severities}. */
export type Severity = (typeof severities)[number];

/** A host with which this server has less or nothing to do, sub-domains included. */
export interface BlockedHost {
  readonly host: string;
  readonly severity: Severity;
  readonly reason: string;
}

/** The host itself and every host above it: `hostAndParents("a.b.example")` is `["a.b.example", "b.example", "example"]`. */
export function hostAndParents(host: string): readonly string[] {
  const labels = host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "").split(".");
  return labels.map((_, place) => labels.slice(place).join("."));
}

/**
 * The host in what somebody typed, as the network knows it; undefined when there is none. A leading `*.` or `@` and an address
 * around the host are taken off: `hostFrom("https://Spam.example/about")` is `spam.example`.
 */
export function hostFrom(typed: string): string | undefined {
  const bare = typed
    .trim()
    .replace(/^(?:\*\.|@)/, "")
    .replace(/^https?:\/\//i, "");
  if (!URL.canParse(`https://${bare}`)) return undefined;
  const { hostname } = new URL(`https://${bare}`);
  return /^(?:[a-z0-9_-]+\.)+[a-z0-9-]{2,63}$/.test(hostname) ? hostname : undefined;
}
