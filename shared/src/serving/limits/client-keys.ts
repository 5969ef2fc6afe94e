import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { clientNetwork, neighbourhoodOf } from "./client-network.ts";

/**
 * 24 bits: each stands for 256 addresses of IPv4, so that even whoever has the salt and a copy of Redis cannot say who
 * asked; and still two of a hundred readers share one once in three thousand hours.
 */
const hashCharacters = 4;
/** 18 bits: what neighbourhoods take up is bounded by it. */
const neighbourhoodCharacters = 3;

export interface ClientKeys {
  keyOf(request: IncomingMessage, nowMs: number): string;
  /** The same for all from next door. */
  neighbourhoodOf(request: IncomingMessage, nowMs: number): string;
}

/**
 * Knows a client by a hash of its network with a salt that is forgotten every hour: nobody, we included, can find out
 * later who asked.
 *
 * @param proxyHops reverse proxies in front that append to X-Forwarded-For; 0: the peer itself is the client
 */
export function createClientKeys(saltAt: (nowMs: number) => Buffer, proxyHops: number): ClientKeys {
  let salt: Buffer | null = null;
  let bySocket = new WeakMap<Socket, string>();
  const networkOf = (request: IncomingMessage) =>
    proxyHops > 0 ? forwardedNetwork(request, proxyHops) : peerNetwork(request);

  return {
    keyOf(request, nowMs) {
      const current = saltAt(nowMs);
      if (current !== salt) {
        salt = current;
        bySocket = new WeakMap();
      }
      if (proxyHops > 0) return hashOf(current, networkOf(request), hashCharacters);
      const known = bySocket.get(request.socket);
      if (known !== undefined) return known;
      const key = hashOf(current, networkOf(request), hashCharacters);
      bySocket.set(request.socket, key);
      return key;
    },
    neighbourhoodOf: (request, nowMs) =>
      hashOf(saltAt(nowMs), neighbourhoodOf(networkOf(request)), neighbourhoodCharacters),
  };
}

function hashOf(salt: Buffer, address: string, characters: number): string {
  return createHash("sha256").update(salt).update(address).digest("base64").slice(0, characters);
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
