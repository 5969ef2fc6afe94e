import type { IncomingMessage, RequestListener } from "node:http";
import type { Catalog } from "@openremit/shared/catalog";
import type { Comparison, VisitDesk } from "@openremit/shared/comparison";
import type { Clock, Logger, Mode, Part, Registry, Tracer } from "@openremit/shared/runtime";
import {
  createCacheKeys,
  createHttpMetrics,
  createRateLimits,
  createResponseCache,
  createShedding,
  type LimitStore,
  type SheddingOptions,
  wantedEncoding,
} from "@openremit/shared/serving";
import type { KeyRing, ReaderDesk } from "@openremit/shared/storage";
import { loadAssets } from "./assets/assets.ts";
import type { OperatorDesk } from "./operator/operator-desk.ts";
import { createSessions } from "./operator/sessions.ts";
import { pages as allPages } from "./pages/index.ts";
import { createFormTokens } from "./site/form-tokens.ts";
import { createOriginOf } from "./site/origin-of.ts";
import type { Operator, Page } from "./site/page.ts";
import { createSiteListener } from "./site/site-listener.ts";
import { createSiteRouter } from "./site/site-router.ts";
import { loadDictionary } from "./words/words.ts";

export interface WebOptions {
  readonly catalog: Catalog;
  readonly comparison: Comparison;
  /** Where readers report wrong prices, and corrections are read. */
  readonly desk: ReaderDesk;
  /** Where visits to shops go. */
  readonly visitDesk: VisitDesk;
  /** Tells right keys from wrong ones. */
  readonly keyRing: KeyRing;
  readonly mode: Mode;
  readonly clock: Clock;
  readonly logger: Logger;
  /** Where answers are counted and timed; nowhere unless said. */
  readonly metrics?: Registry;
  /** Where answers are traced; nowhere unless said. Nowhere without metrics, which see them. */
  readonly tracer?: Tracer;
  /** Who runs this copy; said on the page about it. Nothing unless said. */
  readonly operator?: Partial<Operator>;
  /** For the operator's page; there is none without. */
  readonly operatorDesk?: OperatorDesk;
  /** In which times are told; that of Brussels unless said. */
  readonly timeZone?: string;
  /** Where readers find the site; the Host they asked by unless said. */
  readonly publicUrl?: string | undefined;
  /** The same for every copy of the site, so that one takes the forms of another; a random one unless said. */
  readonly formSecret?: string | undefined;
  /** Reports per client and hour; 5 unless said. */
  readonly reportsPerHour?: number;
  /** Per client and minute; 600 unless said. */
  readonly requestsPerMinute?: number;
  /** Where all processes count together what readers ask; each for itself unless said. */
  readonly limitStore?: LimitStore;
  /** Reverse proxies in front whose X-Forwarded-For is believed; none unless said. */
  readonly proxyHops?: number;
  /** When pages are refused because too much is asked at once. */
  readonly shedding?: SheddingOptions;
  /** Those of the site unless said. */
  readonly pages?: readonly Page[];
}

export interface Web {
  readonly handler: RequestListener;
  /** Listens for changes while it runs. The comparison is started by whoever composes. */
  readonly part: Part;
}

const cacheBytes = 16 * 1_024 * 1_024;

/** The site: complete without JavaScript, nothing loaded from elsewhere, nothing kept about who asked. */
export function createWeb(options: WebOptions): Web {
  const {
    catalog,
    comparison,
    desk,
    visitDesk,
    keyRing,
    mode,
    clock,
    logger,
    proxyHops = 0,
    timeZone = "Europe/Brussels",
  } = options;
  const { pages = allPages } = options;
  const operator = { contact: null, funding: null, ...options.operator };
  const assets = loadAssets();
  const cache = createResponseCache(cacheBytes);
  const keyOf = createCacheKeys();
  const cacheKey = (request: IncomingMessage) => keyOf(request.url ?? "/", wantedEncoding(request));
  const nowMs = () => clock.now().getTime();
  const dictionary = loadDictionary(timeZone);
  const formTokens = createFormTokens(options.formSecret ?? null, nowMs);
  const site = {
    catalog,
    comparison,
    desk,
    visitDesk,
    keyRing,
    timeZone,
    dictionary,
    formTokens,
    assets,
    operator,
    mode,
    clock,
    logger,
  };
  const counted = { proxyHops, store: options.limitStore, service: "web" };
  const limits = createRateLimits({ requests: options.requestsPerMinute ?? 600, counting: "soon", ...counted });
  const postLimits = createRateLimits({
    requests: options.reportsPerHour ?? 5,
    windowSeconds: 3_600,
    policy: "reporting",
    ...counted,
  });
  const originOf = createOriginOf(options.publicUrl ?? null, proxyHops);
  const signInLimits = createRateLimits({ requests: 20, windowSeconds: 3_600, policy: "signing-in", ...counted });
  const operating = options.operatorDesk
    ? {
        desk: options.operatorDesk,
        sessions: createSessions(options.formSecret ?? null, nowMs),
        mayTry: async (request: IncomingMessage) => (await signInLimits(request, nowMs())).isAllowed,
      }
    : null;
  const router = createSiteRouter({ operating, pages, site, assets, cache, cacheKey, nowMs, postLimits, originOf });
  const metrics = options.metrics && createHttpMetrics(options.metrics, cache, options.tracer);
  let stopListening: (() => void) | null = null;
  return {
    handler: createSiteListener({
      router,
      assets,
      cache,
      cacheKey,
      limits,
      admit: createShedding(options.shedding),
      metrics,
      logger,
      nowMs,
    }),
    part: {
      name: "web",
      async start() {
        stopListening = comparison.onChange((change) => cache.invalidate(change));
      },
      async stop() {
        stopListening?.();
      },
    },
  };
}
