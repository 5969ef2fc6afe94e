import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { clientNetwork } from "./client-network.ts";

/**
 * 24 bits: each stands for 256 addresses of IPv4, so that even whoever has the salt and a copy of Redis cannot say who
 * asked; and still two of a hundred readers share one once in three thousand hours.
 */
const hashCharacters = 4;

/**
 * Knows a client by a hash of its network with a salt that is forgotten every hour: nobody, we included, can find out
 * later who asked.
 *
 * @param proxyHops reverse proxies in front that append to X-Forwarded-For; 0: the peer itself is the client
 */
export function createClientKeys(saltAt: (nowMs: number) => Buffer, proxyHops: number) {
  let salt: Buffer | null = null;
  let bySocket = new WeakMap<Socket, string>();

  return (request: IncomingMessage, nowMs: number): string => {
    const current = saltAt(nowMs);
    if (current !== salt) {
      salt = current;
      bySocket = new WeakMap();
    }
    if (proxyHops > 0) return hashOf(current, forwardedNetwork(request, proxyHops));
    const known = bySocket.get(request.socket);
    if (known !== undefined) return known;
    const key = hashOf(current, peerNetwork(request));
    bySocket.set(request.socket, key);
    return key;
  };
}

function hashOf(salt: Buffer, address: string): string {
  return createHash("sha256").update(salt).update(address).digest("base64").slice(0, hashCharacters);
}

function peerNetwork({ socket }: IncomingMessage): string {
  return clientNetwork(socket.remoteAddress ?? "") ?? "unknown";
}

/** What the outermost trusted proxy saw: counted from the right, as the left is the client's to invent. */
function forwardedNetwork(request: IncomingMessage, proxyHops: number): string {
  const header = request.headers["x-forwarded-for"];
  const chain = (header?.toString() ?? "").split(",");
  return clientNetwork(chain.at(-proxyHops) ?? "") ?? peerNetwork(request);
}
