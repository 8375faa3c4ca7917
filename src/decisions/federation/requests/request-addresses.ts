/** Where requests for comments live: each at the address of its page, and beneath it the Notes that tell of its moves. */

export function requestUrl(origin: URL, requestId: string): string {
  return new URL(`/requests/${requestId}`, origin).href;
}

export function moveUrl(origin: URL, requestId: string, place: number): string {
  return `${requestUrl(origin, requestId)}/moves/${place}`;
}

const ofRequest = /^\/requests\/([0-9a-f-]{36})(?:\/moves\/\d{1,6})?$/;

/** The id of the request that an address is of, or tells of; undefined for one that is not ours, or of something else. */
export function requestAt(origin: URL, url: string | undefined): string | undefined {
  if (url === undefined || url.length > 500 || !url.startsWith(`${origin.origin}/`)) return undefined;
  return ofRequest.exec(url.slice(origin.origin.length))?.[1];
}
