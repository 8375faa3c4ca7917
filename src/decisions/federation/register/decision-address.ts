/** Where a decision lives: at the address of its page. */
export function decisionUrl(origin: URL, decisionId: string): string {
  return new URL(`/decisions/${decisionId}`, origin).href;
}

const ofDecision = /^\/decisions\/([0-9a-f-]{36})$/;

/** Reads an address back; undefined for one that is not ours, or not of a decision. Whether it exists is not asked. */
export function decisionAt(origin: URL, url: string | undefined): string | undefined {
  if (url === undefined || url.length > 500 || !url.startsWith(`${origin.origin}/`)) return undefined;
  return ofDecision.exec(url.slice(origin.origin.length))?.[1];
}
