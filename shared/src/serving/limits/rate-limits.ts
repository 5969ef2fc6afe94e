import type { IncomingMessage } from "node:http";
import { createBoundedKeys } from "./bounded-keys.ts";
import { createClientKeys } from "./client-keys.ts";
import { countAhead } from "./count-ahead.ts";
import { createHourlySalt } from "./hourly-salt.ts";
import { type Count, countInMemory, type LimitStore } from "./limit-store.ts";

export interface RateLimitOptions {
  /** Of one client in a window. */
  readonly requests: number;
  /** A minute unless said. */
  readonly windowSeconds?: number;
  /** What is limited, as the header fields name it; `reading` unless said. */
  readonly policy?: string;
  /** Reverse proxies in front that append to X-Forwarded-For; 0: the peer itself is the client. */
  readonly proxyHops: number;
  /** Where all processes count together; each for itself unless said. */
  readonly store?: LimitStore | undefined;
  /** Whose limits these are among those in the store: two services never count together. */
  readonly service?: string;
  /** `soon` lets a moment's more through and nobody waits for Redis; `exact` unless said. */
  readonly counting?: "exact" | "soon";
  /** Milliseconds by a clock that is never put back; the process's own unless said. */
  readonly elapsedMs?: () => number;
}

export interface RateVerdict {
  readonly isAllowed: boolean;
  /** The RateLimit and RateLimit-Policy header fields. */
  readonly limit: string;
  readonly policy: string;
  readonly retryAfterSeconds: number;
  /** Who was counted, as this process knows them for this hour. */
  readonly client: string;
}

export interface RateLimits {
  /**
   * Says of a request whether its client may ask once more.
   *
   * @param client who asks, where that is known by other means than the address: a key, its holder
   */
  (request: IncomingMessage, nowMs: number, client?: string): Promise<RateVerdict>;
  /** Takes one back that was counted, and turned out to be none of those that are limited. */
  takeBack(verdict: RateVerdict): Promise<void>;
}

/** Limits per client and window, where it can be over all processes. A client is known by a hash that lasts an hour. */
export function createRateLimits(options: RateLimitOptions): RateLimits {
  const { requests, proxyHops, windowSeconds = 60, policy = "reading", store, service = "here" } = options;
  const { elapsedMs = () => performance.now() } = options;
  const limit = { name: `${service}:${policy}`, requests, windowSeconds };
  const counter = store?.counter(limit) ?? countInMemory(limit);
  const ahead = store && options.counting === "soon" ? countAhead(counter, limit) : null;
  const boundedKey = createBoundedKeys({ windowMs: windowSeconds * 1_000 });
  const clients = createClientKeys(createHourlySalt(store?.agreeOnSalt ?? null), proxyHops);
  const policyField = `"${policy}";q=${requests};w=${windowSeconds}`;

  function verdictOf({ consumed, msBeforeNext }: Count, client: string): RateVerdict {
    const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    const remaining = Math.max(0, requests - consumed);
    return {
      isAllowed: consumed <= requests,
      limit: `"${policy}";r=${remaining};t=${retryAfterSeconds}`,
      policy: policyField,
      retryAfterSeconds,
      client,
    };
  }

  /** Keys are as many as were given out; addresses are as many as somebody invents. */
  function boundedClient(request: IncomingMessage, nowMs: number): string {
    return boundedKey(clients.keyOf(request, nowMs), elapsedMs(), () => clients.neighbourhoodOf(request, nowMs));
  }

  const limits = async (request: IncomingMessage, nowMs: number, client = boundedClient(request, nowMs)) =>
    verdictOf(ahead === null ? await counter(client, 1) : ahead(client, elapsedMs()), client);
  return Object.assign(limits, { takeBack: async ({ client }: RateVerdict) => void (await counter(client, -1)) });
}
