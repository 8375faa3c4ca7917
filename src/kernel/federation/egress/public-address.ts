import ipaddr from "ipaddr.js";

/**
 * Whether an IP address belongs to the public internet; false for every special-use range of the IANA registries
 * (RFC 6890 and its updates) and for text that is no address.
 *
 * Addresses that carry another one (IPv4-mapped, NAT64, 6to4, Teredo) are never public: what they carry might be private.
 * `isPublicAddress("93.184.215.14")` is true, `isPublicAddress("::ffff:93.184.215.14")` is false.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== "unicast") return false;
  // All of global unicast that was ever assigned is 2000::/3 (RFC 4291, section 2.4); the rest may become special any day.
  return address.kind() === "ipv4" || address.match(ipaddr.parseCIDR("2000::/3"));
}
