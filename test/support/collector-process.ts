import { allAdapters, createCollector } from "@openremit/collector";
import { createHttpClient } from "@openremit/shared/http";
import { createLogger, systemClock } from "@openremit/shared/runtime";
import { createSourceGate, openStores } from "@openremit/shared/storage";
import { createSourcePace } from "../../shared/src/http/source-pace.ts";
import { smallCatalog } from "./staircase.ts";

/**
 * A collector as a process of its own: `collector-process.ts <limits> <databaseUrl> <redisUrl> <prefix> <sandboxUrl>`.
 * It keeps the limits of real mode; the one asked is a sandbox, and what it says is recorded by nobody.
 */
const [limits = "", databaseUrl = "", redisUrl = "", prefix = "", sandboxUrl = ""] = process.argv.slice(2);
const logger = createLogger("collector", { level: "silent" });
const stores = await openStores({ databaseUrl, redisUrl, prefix, mode: "real", name: "test", logger });
const http = createHttpClient({
  mode: "simulated",
  version: `collector-${process.pid}`,
  logger,
  clock: systemClock,
  sandboxUrl,
  saveSnapshot: async () => undefined,
  countRequest: createSourceGate(stores.redis, prefix, systemClock),
});
const paceOfReal = createSourcePace("real");
const collector = createCollector({
  ...stores,
  catalog: riaAlone(),
  adapters: allAdapters,
  openHttp: () => ({
    fetchAnswer: (source, request, hear) => paceOfReal(source, () => http.fetchAnswer(source, request, hear)),
    close: http.close,
  }),
  redisUrl,
  prefix,
  mode: "real",
  clock: systemClock,
  logger,
});
process.once("SIGTERM", async () => {
  await collector.stop();
  await stores.close();
});
await collector.start();
process.stdout.write("collecting\n");

/** A source whose visits are of several requests, with the limits of the test. */
function riaAlone() {
  const catalog = smallCatalog(["ria"]);
  const quoteSources = [...catalog.quoteSources].map(
    ([key, source]) => [key, { ...source, enabled: true, limits: JSON.parse(limits) }] as const,
  );
  return { ...catalog, rateSources: new Map(), quoteSources: new Map(quoteSources) };
}
