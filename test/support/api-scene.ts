import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type Api, createApi } from "@openremit/api";
import type { VisitDesk } from "@openremit/shared/comparison";
import type { QuoteObservation, RateObservation } from "@openremit/shared/contracts";
import { createHttpServer, createMetrics, type Logger, type Tracer } from "@openremit/shared/runtime";
import type { KeyRing, ReaderDesk } from "@openremit/shared/storage";
import { type ComparisonScene, openComparisonScene, quietLogger } from "./comparison-scene.ts";
import { noDesk } from "./memory-desk.ts";
import { noKeys } from "./memory-keys.ts";
import { noVisits } from "./memory-visits.ts";

export interface ApiScene extends ComparisonScene {
  readonly api: Api;
  readonly origin: string;
  get(path: string, headers?: Record<string, string>): Promise<Response>;
  getJson(path: string): Promise<unknown>;
}

interface ApiSceneOptions {
  readonly rates?: readonly RateObservation[];
  readonly requestsPerMinute?: number;
  readonly reportsPerHour?: number;
  readonly exportsPerHour?: number;
  readonly desk?: ReaderDesk;
  readonly keyRing?: KeyRing;
  readonly visitDesk?: VisitDesk;
  readonly logger?: Logger;
  readonly releasesDirectory?: string;
  readonly tracer?: Tracer;
}

/** The API over a comparison scene, on a port of its own. */
export async function openApiScene(
  quotes: readonly QuoteObservation[],
  options: ApiSceneOptions = {},
): Promise<ApiScene> {
  const {
    rates,
    requestsPerMinute = 100_000,
    reportsPerHour,
    exportsPerHour = 100_000,
    logger = quietLogger,
  } = options;
  const { desk = noDesk, keyRing = noKeys } = options;
  const scene = await openComparisonScene(quotes, rates, undefined, options.releasesDirectory);
  const { comparison, clock } = scene;
  const api = createApi({
    comparison,
    desk,
    keyRing,
    visitDesk: options.visitDesk ?? noVisits,
    clock,
    logger,
    metrics: createMetrics(),
    requestsPerMinute,
    exportsPerHour,
    ...(reportsPerHour !== undefined && { reportsPerHour }),
    ...(options.tracer && { tracer: options.tracer }),
  });
  await api.part.start();
  const server = createHttpServer(api.handler).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${path}`, { headers });
  return {
    ...scene,
    api,
    origin,
    get,
    getJson: async (path) => (await get(path)).json(),
    async close() {
      server.closeAllConnections();
      server.close();
      await api.part.stop();
      await scene.close();
    },
  };
}
