import { createHash, randomBytes } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { createBoundedKeys } from "./bounded-keys.ts";
import { clientNetwork } from "./client-network.ts";

export interface RateLimitOptions {
  /** Of one client in a window. */
  readonly requests: number;
  /** A minute unless said. */
  readonly windowSeconds?: number;
  /** What is limited, as the header fields name it; `reading` unless said. */
  readonly policy?: string;
  /** Reverse proxies in front that append to X-Forwarded-For; 0: the peer itself is the client. */
  readonly proxyHops: number;
}

export interface RateVerdict {
  readonly isAllowed: boolean;
  /** The RateLimit and RateLimit-Policy header fields. */
  readonly limit: string;
  readonly policy: string;
  readonly retryAfterSeconds: number;
}

const saltMs = 3_600_000;

/**
 * Limits per client and window. A client is known by a hash of its network with a salt that is forgotten every hour:
 * nobody, we included, can find out later who asked.
 */
export function createRateLimits({ requests, proxyHops, windowSeconds = 60, policy = "reading" }: RateLimitOptions) {
  const limiter = new RateLimiterMemory({ points: requests, duration: windowSeconds });
  const boundedKey = createBoundedKeys({ windowMs: windowSeconds * 1_000 });
  const policyField = `"${policy}";q=${requests};w=${windowSeconds}`;
  let salt = { bytes: randomBytes(16), until: 0 };
  let bySocket = new WeakMap<Socket, string>();

  function keyOf(request: IncomingMessage, nowMs: number): string {
    if (nowMs >= salt.until) {
      salt = { bytes: randomBytes(16), until: nowMs + saltMs };
      bySocket = new WeakMap();
    }
    if (proxyHops > 0) return hashOf(forwardedNetwork(request, proxyHops));
    const known = bySocket.get(request.socket);
    if (known !== undefined) return known;
    const key = hashOf(peerNetwork(request));
    bySocket.set(request.socket, key);
    return key;
  }

  function hashOf(address: string): string {
    return createHash("sha256").update(salt.bytes).update(address).digest("base64").slice(0, 22);
  }

  function verdictOf({ remainingPoints, msBeforeNext }: RateLimiterRes, isAllowed: boolean): RateVerdict {
    const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    const limit = `"${policy}";r=${remainingPoints};t=${retryAfterSeconds}`;
    return { isAllowed, limit, policy: policyField, retryAfterSeconds };
  }

  /** @param client who asks, where that is known by other means than the address */
  return async (request: IncomingMessage, nowMs: number, client?: string): Promise<RateVerdict> => {
    try {
      return verdictOf(await limiter.consume(boundedKey(client ?? keyOf(request, nowMs), nowMs)), true);
    } catch (refusal) {
      if (refusal instanceof RateLimiterRes) return verdictOf(refusal, false);
      throw refusal;
    }
  };
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
