/**
 * The host somebody means, from an address, a handle or a bare host, in the letters of the network: `hostFrom("https://Social.coop/about")` is
 * `social.coop`. Undefined for what is no public name: an address in numbers, a name without a dot, a reserved one.
 */
export function hostFrom(typed: string): string | undefined {
  const words = typed.trim().replace(/^@?[^@\s/]*@/, "");
  const url = URL.parse(/^https?:\/\//i.test(words) ? words : `https://${words}`);
  if (url === null || url.username !== "" || url.port !== "") return undefined;
  const host = url.hostname.replace(/\.$/, "");
  const isName = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{2,59})$/.test(host);
  const isReserved = /\.(?:local|localhost|internal|invalid|test|onion|arpa)$/.test(`.${host}`);
  return isName && host.length <= 253 && !isReserved ? host : undefined;
}
