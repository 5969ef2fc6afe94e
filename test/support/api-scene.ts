import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { type Api, createApi } from "@openremit/api";
import type { QuoteObservation, RateObservation } from "@openremit/shared/contracts";
import { createHttpServer, createMetrics, type Logger } from "@openremit/shared/runtime";
import type { ReaderDesk } from "@openremit/shared/storage";
import { type ComparisonScene, openComparisonScene, quietLogger } from "./comparison-scene.ts";
import { noDesk } from "./memory-desk.ts";

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
  readonly desk?: ReaderDesk;
  readonly logger?: Logger;
  readonly releasesDirectory?: string;
}

/** The API over a comparison scene, on a port of its own. */
export async function openApiScene(
  quotes: readonly QuoteObservation[],
  options: ApiSceneOptions = {},
): Promise<ApiScene> {
  const { requestsPerMinute = 100_000, reportsPerHour, desk = noDesk, logger = quietLogger } = options;
  const scene = await openComparisonScene(quotes, options.rates, undefined, options.releasesDirectory);
  const { comparison, clock } = scene;
  const api = createApi({
    comparison,
    desk,
    clock,
    logger,
    metrics: createMetrics(),
    requestsPerMinute,
    ...(reportsPerHour !== undefined && { reportsPerHour }),
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
