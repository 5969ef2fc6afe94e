/** Why a text is no value for REDIS_URL, as the end of a sentence about it. */
export class RedisAddressProblem extends Error {}

/**
 * The addresses in REDIS_URL: one is a server, several are nodes of a cluster by which the others are found. They stand
 * behind one another with a comma between.
 *
 * @throws RedisAddressProblem; the addresses are never repeated, as they may hold a password
 */
export function parseRedisAddresses(text: string): readonly [URL, ...URL[]] {
  const [first, ...others] = text.split(/,(?=\s{0,8}rediss?:)/).map((address) => parseAddress(address.trim()));
  if (first === undefined) throw new RedisAddressProblem("is not such an address");
  if (others.length === 0) return [first];
  const all = [first, ...others];
  if (all.some(({ pathname }) => !["", "/"].includes(pathname)))
    throw new RedisAddressProblem("names a database by its number, and a cluster has none");
  if (others.some((other) => signIn(other) !== signIn(first)))
    throw new RedisAddressProblem("names nodes with different passwords, users or encryption: a cluster has the same");
  if (new Set(all.map(({ host }) => host)).size < all.length)
    throw new RedisAddressProblem("names a node of a cluster twice");
  return [first, ...others];
}

function parseAddress(text: string): URL {
  if (!/^rediss?:/.test(text) || !URL.canParse(text)) throw new RedisAddressProblem("is not such an address");
  return new URL(text);
}

function signIn({ protocol, username, password }: URL): string {
  return [protocol, username, password].join(" ");
}
