import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { allAdapters, createCollector } from "@openremit/collector";
import { type Catalog, loadCatalog } from "@openremit/shared/catalog";
import type { SourcesAnswer } from "@openremit/shared/contracts";
import type { HttpClient } from "@openremit/shared/http";
import { openApiOnServers } from "../support/api-on-servers.ts";
import { quietLogger, sceneNow } from "../support/comparison-scene.ts";
import { until } from "../support/until.ts";

const variable = "OPENREMIT_KEY_TCMB";
const since = "2026-11-23T06:00:00.000Z";

describe("a source whose key only the collector's process could have", () => {
  let api: Awaited<ReturnType<typeof openApiOnServers>>;
  beforeEach(async () => {
    api = await openApiOnServers(sceneNow, { catalog: catalogWith(true) });
  });
  afterEach(() => api.close());

  /** The collector of another process starts, with these keys in its environment, and stops. */
  async function startCollector(keys: readonly string[], catalog = catalogWith(true), at = since): Promise<void> {
    const collector = createCollector({
      ...api,
      catalog,
      adapters: allAdapters,
      openHttp: openDeafHttp,
      mode: "real",
      sourceKeys: new Map(keys.map((key) => [key, "a-key"])),
      clock: { now: () => new Date(at) },
      logger: quietLogger,
    });
    const over = new AbortController();
    over.abort();
    await collector.start(over.signal);
    await collector.stop();
  }

  async function tcmb() {
    const { sources } = (await (await api.get("/v1/sources")).json()) as SourcesAnswer;
    return sources.find(({ key }) => key === "tcmb");
  }

  it("is said by every process to lack it, since when, and where to get one", async () => {
    expect(await tcmb()).toMatchObject({ state: "never_run", missingKey: null });
    await startCollector([]);
    await startCollector([], catalogWith(true), "2026-11-23T07:00:00.000Z");
    expect(await tcmb()).toMatchObject({
      state: "key_missing",
      words: `Not asked since ${since}: ${variable}, the operator's own key to it, is not set.`,
      missingKey: { variable, obtain: "https://evds3.tcmb.gov.tr", since },
    });
  });

  it("lacks nothing any more once a collector with the key has started, nor where nobody wants it asked", async () => {
    await startCollector([]);
    await startCollector([variable]);
    await until(async () => (await tcmb())?.missingKey === null);
    await startCollector([]);
    await startCollector([], catalogWith(false));
    expect((await tcmb())?.missingKey).toBeNull();
  });
});

/** TCMB alone, which answers key holders only. */
function catalogWith(enabled: boolean): Catalog {
  const catalog = loadCatalog("config");
  const tcmb = catalog.rateSources.get("tcmb");
  if (tcmb === undefined) throw new Error("config/sources/rates/tcmb.json is gone");
  return { ...catalog, quoteSources: new Map(), rateSources: new Map([["tcmb", { ...tcmb, enabled }]]) };
}

/** Nobody is asked in these tests. */
const openDeafHttp = (): Pick<HttpClient, "fetchAnswer" | "close"> => ({
  fetchAnswer: () => Promise.reject(new Error("nobody is asked")),
  close: () => undefined,
});
