import ipaddr from "ipaddr.js";

/** Finds the address of whoever asks, behind proxies that are trusted; `peer` is whoever is connected. */
export type ClientAddress = (peer: string, forwardedFor: string | null | undefined) => string;

/**
 * The address of whoever asks: that of the connection, unless it comes from a trusted proxy; then the last one in
 * `X-Forwarded-For` that is not itself a trusted proxy. What stands before it anybody may have written.
 *
 * With `10.0.0.0/8` trusted, a connection from 10.0.0.2 that brings `1.2.3.4, 5.6.7.8` is 5.6.7.8.
 */
export function clientAddress(trustedProxies: readonly string[]): ClientAddress {
  const networks = trustedProxies.map(networkOf);
  const isTrusted = (address: string) => {
    if (!ipaddr.isValid(address)) return false;
    const parsed = ipaddr.process(address);
    return networks.some(([network, bits]) => parsed.kind() === network.kind() && parsed.match(network, bits));
  };
  return (peer, forwardedFor) => {
    if (!isTrusted(peer)) return peer;
    const hops = (forwardedFor ?? "").split(",").map((hop) => hop.trim());
    return hops.toReversed().find((hop) => ipaddr.isValid(hop) && !isTrusted(hop)) ?? peer;
  };
}

function networkOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  if (text.includes("/")) return ipaddr.parseCIDR(text);
  const address = ipaddr.process(text);
  return [address, address.kind() === "ipv4" ? 32 : 128];
}
