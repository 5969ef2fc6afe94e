import ipaddr from "ipaddr.js";

/**
 * The network that counts as one client: an IPv4 address, also where it comes as ::ffff:1.2.3.4, or the /64 of an IPv6
 * address, of which every household holds 2^64. Null where the text is no address; a port after it is left out.
 */
export function clientNetwork(text: string): string | null {
  const bare = text.trim().replace(/^\[([^\]]*)\](:\d+)?$|^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1$3");
  const [address = ""] = bare.split("%");
  if (ipaddr.IPv4.isValidFourPartDecimal(address)) return address;
  if (!ipaddr.IPv6.isValid(address)) return null;
  const parsed = ipaddr.IPv6.parse(address);
  if (parsed.isIPv4MappedAddress()) return parsed.toIPv4Address().toString();
  const network = parsed.parts.slice(0, 4).map((part) => part.toString(16));
  return `${network.join(":")}::/64`;
}

/** What somebody who invents addresses has at hand: the /48 around an IPv6 client, the /16 around an IPv4 one. */
export function neighbourhoodOf(network: string): string {
  if (network.includes(":")) return `${network.split(":", 3).join(":")}::/48`;
  return `${network.split(".", 2).join(".")}.0.0/16`;
}
