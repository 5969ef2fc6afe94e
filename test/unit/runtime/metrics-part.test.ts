import { request } from "node:http";
import { describe, expect, it } from "@jest/globals";
import {
  Counter,
  createLogger,
  createMetrics,
  createMetricsPart,
  Gauge,
  gatherTogether,
} from "@openremit/shared/runtime";

const silent = createLogger("test", { level: "silent" });

/** Its port, once it listens, as it says itself. */
function listenForUrl() {
  let url = "";
  const lines = {
    write: (line: string) => {
      url = /http:[^"]+/.exec(line)?.[0] ?? url;
    },
  };
  return { logger: createLogger("test", { destination: lines }), url: () => url };
}

describe("createMetricsPart", () => {
  it("serves the figures and whether the process lives, and nothing else", async () => {
    const registry = createMetrics();
    new Counter({ name: "visits_total", help: "Visits", registers: [registry] }).inc(3);
    const { logger, url } = listenForUrl();
    const part = createMetricsPart(registry, { METRICS_PORT: 0, METRICS_HOST: "127.0.0.1" }, logger);
    await part.start();
    const asked = await Promise.all(["/metrics", "/healthz", "/v1/corridors"].map((path) => fetch(`${url()}${path}`)));
    expect(asked.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect(await asked[0]?.text()).toContain("visits_total 3");
    await part.stop();
    await expect(fetch(`${url()}/healthz`)).rejects.toThrow();
  });

  it("goes on whatever it is asked", async () => {
    const { logger, url } = listenForUrl();
    const part = createMetricsPart(createMetrics(), { METRICS_PORT: 0, METRICS_HOST: "127.0.0.1" }, logger);
    await part.start();
    const { port } = new URL(url());
    for (const path of ["//", "http://a:99999/", "*"]) {
      const status = await new Promise((resolve, reject) => {
        const asked = request({ host: "127.0.0.1", port, path, agent: false }, (answer) => resolve(answer.statusCode));
        asked.on("error", reject).end();
      });
      expect([path, status]).toEqual([path, 404]);
    }
    expect((await fetch(`${url()}/healthz?now`)).status).toBe(200);
    await part.stop();
  });

  it("serves nothing unless a port is named", async () => {
    const part = createMetricsPart(createMetrics(), { METRICS_HOST: "no such host" }, silent);
    await part.start();
    await part.stop();
    expect(part.name).toBe("metrics");
  });

  it("names its own variables where it cannot listen", async () => {
    const part = createMetricsPart(createMetrics(), { METRICS_PORT: 0, METRICS_HOST: "203.0.113.7" }, silent);
    await expect(part.start()).rejects.toThrow("Set METRICS_HOST to one it has");
  });
});

describe("gatherTogether", () => {
  it("fills all gauges of one reading by one piece of work, in that same reading", async () => {
    const registry = createMetrics();
    let times = 0;
    const collect = gatherTogether(async () => {
      times += 1;
      await Promise.resolve();
      for (const gauge of gauges) gauge.set(times);
    });
    const gauges = ["a", "b"].map((name) => new Gauge({ name, help: name, registers: [registry], collect }));
    expect(await registry.metrics()).toMatch(/a 1\n[\s\S]*b 1\n/);
    expect(await registry.metrics()).toMatch(/a 2\n[\s\S]*b 2\n/);
  });
});
