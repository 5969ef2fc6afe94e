import { once } from "node:events";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { createApi } from "@openremit/api";
import { createHttpServer, createMetrics } from "@openremit/shared/runtime";
import { createWeb } from "@openremit/web";
import { createFront } from "../../services/standalone/src/front.ts";
import { openComparisonScene, quietLogger } from "./comparison-scene.ts";
import { noDesk } from "./memory-desk.ts";
import { noKeys } from "./memory-keys.ts";
import { noVisits } from "./memory-visits.ts";
import { siteQuotes, siteRates } from "./site-prices.ts";

/** How the server of the prices is doing. */
export type Health = "well" | "forgetful" | "failing" | "malformed" | "misshapen" | "silent";

export interface WidgetScene {
  /** Of module, words, prices and pages. */
  readonly origin: string;
  health: Health;
  /** As for somebody in a tunnel, until it comes back under the same address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** The site and the API on one origin, over prices in memory at a fixed moment; and ways in which they fail. */
export async function openWidgetScene(): Promise<WidgetScene> {
  const scene = await openComparisonScene(siteQuotes, siteRates);
  const desks = { desk: noDesk, visitDesk: noVisits, keyRing: noKeys };
  const common = { comparison: scene.comparison, ...desks, clock: scene.clock, logger: quietLogger };
  const api = createApi({ ...common, metrics: createMetrics(), requestsPerMinute: 1_000_000 });
  const web = createWeb({ ...common, catalog: scene.catalog, mode: "simulated", requestsPerMinute: 1_000_000 });
  await Promise.all([api.part.start(), web.part.start()]);
  const front = createFront(api.handler, web.handler);
  const { answer } = scene.comparison.widget({ corridorId: "be-ma" });
  const ill: Readonly<Partial<Record<Health, RequestListener>>> = {
    // Whoever keeps it must ask again each time.
    forgetful: answerWith(200, JSON.stringify(answer), "max-age=0"),
    failing: answerWith(500, '{"title":"Something is wrong"}'),
    malformed: answerWith(200, '{"corridor":{"id":"be-ma"'),
    misshapen: answerWith(200, '{"simulated":true,"amounts":[{"pay":"200.00","offer":[7],"received":["<b>"]}]}'),
    // Nothing ever comes: the connection is simply left open.
    silent: () => undefined,
  };
  const state: { health: Health } = { health: "well" };
  const server = createHttpServer((request, response) => {
    const isPrice = request.url?.startsWith("/v1/widget/") === true;
    const answer = isPrice ? ill[state.health] : undefined;
    (answer ?? front)(request, response);
  });
  const listen = async (port: number) => {
    await once(server.listen(port, "127.0.0.1"), "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const goAway = async () => {
    if (!server.listening) return;
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    get health() {
      return state.health;
    },
    set health(health) {
      state.health = health;
    },
    goAway,
    comeBack: async () => void (await listen(port)),
    async close() {
      await goAway();
      await Promise.all([api.part.stop(), web.part.stop()]);
      await scene.close();
    },
  };
}

function answerWith(status: number, text: string, cacheControl = "no-store"): RequestListener {
  return (_request, response) => {
    response.writeHead(status, {
      "content-type": "application/json",
      "access-control-allow-origin": "*",
      "cache-control": cacheControl,
      etag: '"one"',
    });
    response.end(text);
  };
}
