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
}

export interface RateVerdict {
  readonly isAllowed: boolean;
  /** The RateLimit and RateLimit-Policy header fields. */
  readonly limit: string;
  readonly policy: string;
  readonly retryAfterSeconds: number;
}

/** Says of a request whether its client may ask once more. */
export type RateLimits = (request: IncomingMessage, nowMs: number, client?: string) => Promise<RateVerdict>;

/** Limits per client and window, where it can be over all processes. A client is known by a hash that lasts an hour. */
export function createRateLimits(options: RateLimitOptions): RateLimits {
  const { requests, proxyHops, windowSeconds = 60, policy = "reading", store, service = "here" } = options;
  const limit = { name: `${service}:${policy}`, requests, windowSeconds };
  const counter = store?.counter(limit) ?? countInMemory(limit);
  const ahead = store && options.counting === "soon" ? countAhead(counter, limit) : null;
  const boundedKey = createBoundedKeys({ windowMs: windowSeconds * 1_000 });
  const keyOf = createClientKeys(createHourlySalt(store?.agreeOnSalt ?? null), proxyHops);
  const policyField = `"${policy}";q=${requests};w=${windowSeconds}`;

  function verdictOf({ consumed, msBeforeNext }: Count): RateVerdict {
    const retryAfterSeconds = Math.max(1, Math.ceil(msBeforeNext / 1_000));
    const remaining = Math.max(0, requests - consumed);
    return {
      isAllowed: consumed <= requests,
      limit: `"${policy}";r=${remaining};t=${retryAfterSeconds}`,
      policy: policyField,
      retryAfterSeconds,
    };
  }

  /** @param client who asks, where that is known by other means than the address */
  return async (request, nowMs, client) => {
    const key = boundedKey(client ?? keyOf(request, nowMs), nowMs);
    return verdictOf(ahead === null ? await counter(key, 1) : ahead(key, nowMs));
  };
}
