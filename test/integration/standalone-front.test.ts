import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createHttpServer, noTracer, type Part } from "@openremit/shared/runtime";
import { openStores } from "@openremit/shared/storage";
import { composeComparison, composeFront } from "../../services/standalone/src/compose.ts";
import { parseStandaloneEnvironment } from "../../services/standalone/src/environment.ts";
import { quietLogger, sceneCatalog } from "../support/comparison-scene.ts";
import { freshDatabaseUrl, freshRedis } from "../support/servers.ts";

let origin: string;
const parts: Part[] = [];
const server = createHttpServer((request, response) => listener(request, response));
let listener: Parameters<typeof createHttpServer>[0];
beforeAll(async () => {
  const { url: redisUrl, prefix } = freshRedis();
  const servers = { redisUrl, databaseUrl: await freshDatabaseUrl(), stop: async () => undefined };
  const opening = { ...servers, prefix, mode: "simulated", name: "test", logger: quietLogger } as const;
  const stores = await openStores(opening);
  const env = parseStandaloneEnvironment({ PROXY_HOPS: "1", REQUESTS_PER_MINUTE: "2", EXPORTS_PER_HOUR: "7" });
  const ground = {
    env,
    mode: "simulated",
    catalog: sceneCatalog,
    logger: quietLogger,
    tracer: noTracer,
    servers,
    stores,
  } as const;
  const comparison = composeComparison(ground);
  const front = composeFront(ground, comparison);
  parts.push({ name: "stores", start: async () => undefined, stop: stores.close }, comparison, ...front.parts);
  for (const part of parts) await part.start();
  listener = front.listener;
  await once(server.listen(0, "127.0.0.1"), "listening");
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  for (const part of parts.toReversed()) await part.stop();
});

const ask = (path: string, reader: string) => fetch(`${origin}${path}`, { headers: { "x-forwarded-for": reader } });

describe("npm start behind a reverse proxy", () => {
  it.each([
    ["the API", "/v1/method"],
    ["the site", "/en/about"],
  ])("gives each reader of %s a budget of their own, as large as was said", async (_service, path) => {
    const one = [await ask(path, "192.0.2.1"), await ask(path, "192.0.2.1"), await ask(path, "192.0.2.1")];
    const other = await ask(path, "192.0.2.2");

    expect(one.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect([other.status, other.headers.get("ratelimit-policy")]).toEqual([200, '"reading";q=2;w=60']);
  });

  it("counts exports as it was said", async () => {
    const file = await ask("/v1/exports/providers.csv", "192.0.2.3");

    expect(file.headers.get("ratelimit-policy")).toContain('"exporting";q=7;w=3600');
  });

  it("hands its figures out to this machine alone", async () => {
    expect((await fetch(`${origin}/metrics`)).status).toBe(200);
    expect((await ask("/metrics", "192.0.2.4")).status).toBe(404);
  });
});
