import { once } from "node:events";
import { connect } from "node:net";
import { setTimeout as pass } from "node:timers/promises";
import { afterEach, describe, expect, it } from "@jest/globals";
import { createApi } from "@openremit/api";
import { type Problem, problem } from "@openremit/shared/contracts";
import { createHttpServer, createMetrics } from "@openremit/shared/runtime";
import { createShedding, type SheddingOptions } from "@openremit/shared/serving";
import type { ReaderDesk } from "@openremit/shared/storage";
import { type ComparisonScene, openComparisonScene, quietLogger, quoteOf } from "../support/comparison-scene.ts";
import { noDesk } from "../support/memory-desk.ts";
import { noKeys } from "../support/memory-keys.ts";
import { noVisits } from "../support/memory-visits.ts";
import { serveListener } from "../support/serve-listener.ts";
import { until } from "../support/until.ts";
import { serveWeb } from "../support/web-scene.ts";

const quote = quoteOf();
const shedding = { mostUnderWay: 1 };

/** A desk that leaves everybody waiting until it is opened. */
function createSlowDesk() {
  let open: () => void = () => undefined;
  let arrived: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const asked = new Promise<void>((resolve) => {
    arrived = resolve;
  });
  const wait = async () => {
    arrived();
    await opened;
  };
  const desk: ReaderDesk = {
    async report() {
      await wait();
      return { reportId: "00000000-0000-4000-8000-000000000001", receivedAt: "2026-11-23T12:00:00.000Z" };
    },
    async corrections() {
      await wait();
      return [];
    },
  };
  return { desk, open, asked };
}

const closers: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close();
});

async function openScene(): Promise<ComparisonScene> {
  const scene = await openComparisonScene([quote]);
  closers.push(() => scene.close());
  return scene;
}

async function openApi(desk: ReaderDesk, shedding: SheddingOptions) {
  const { comparison, clock } = await openScene();
  const metrics = createMetrics();
  const common = { visitDesk: noVisits, keyRing: noKeys, logger: quietLogger };
  const api = createApi({ ...common, comparison, desk, clock, metrics, shedding });
  await api.part.start();
  closers.push(() => api.part.stop());
  const { origin, close } = await serveListener(createHttpServer(api.handler));
  closers.push(close);
  return { origin, metrics };
}

/** A connection over which questions are asked, and nothing is taken of what comes. */
async function openDeafConnection(origin: string): Promise<(target: string) => void> {
  const socket = connect({ host: "127.0.0.1", port: Number.parseInt(new URL(origin).port, 10) });
  closers.push(() => socket.destroy());
  await once(socket, "connect");
  socket.on("error", () => undefined).pause();
  return (target) => void socket.write(`GET ${target} HTTP/1.1\r\nhost: x\r\n\r\n`);
}

describe("an API whose readers take nothing", () => {
  it("answers others: what is being sent takes nobody's place", async () => {
    const { origin } = await openApi(noDesk, { mostUnderWay: 2 });
    const connections = await Promise.all([openDeafConnection(origin), openDeafConnection(origin)]);
    // More than the connections themselves swallow, and never more at one time than there are places.
    for (let megabytes = 0; megabytes < 16; megabytes += 1.7) {
      for (const ask of connections) ask("/docs/swagger-ui-bundle.js");
      await pass(50);
    }
    const ask = async () => (await fetch(`${origin}/v1/corridors/be-ma/offers?pay=210`)).status;

    expect(await until(ask, (status) => status === 200)).toBe(200);
  });
});

describe("a process whose answers take long", () => {
  it("lets new connections in between them", async () => {
    const admit = createShedding();
    let begun = 0;
    const server = createHttpServer(async (_request, response) => {
      if (await admit(response)) begun += 1;
      const until = performance.now() + 5;
      while (performance.now() < until);
      response.end();
    });
    const { origin, close } = await serveListener(server);
    closers.push(close);
    const [known, late] = [20, 5];
    const begunBefore: number[] = [];
    server.on("connection", () => begunBefore.push(begun));
    const asks = await Promise.all(Array.from({ length: known }, () => openDeafConnection(origin)));
    await until(() => begunBefore.length === known);
    for (const ask of asks) ask("/");
    await Promise.all(Array.from({ length: late }, () => openDeafConnection(origin)));
    await until(() => begun === known && begunBefore.length === known + late);
    expect(Math.max(...begunBefore)).toBeLessThan(known / 2);
  });
});

describe("an API that has as much under way as it takes", () => {
  it("refuses new questions and says until when, answers what it has and its machinery, and goes on at once", async () => {
    const { desk, open, asked } = createSlowDesk();
    const { origin, metrics } = await openApi(desk, shedding);
    const get = (path: string) => fetch(`${origin}${path}`);
    const known = "/v1/corridors/be-ma/offers?pay=200";
    for (let turn = 0; turn < 2; turn += 1) await (await get(known)).arrayBuffer();
    const said = { quoteId: quote.quoteId, fee: "4.90", where: "counter", seenOn: "2026-11-23" };
    const headers = { "content-type": "application/json" };
    const reporting = fetch(`${origin}/v1/reports`, { method: "POST", headers, body: JSON.stringify(said) });
    await asked;

    const refused = await get("/v1/corridors/be-ma/offers?pay=210");
    const told: Problem = problem.strict().parse(await refused.json());
    expect([refused.status, told.code, told.detail]).toEqual([
      503,
      "overloaded",
      "Everybody asks at once. Ask again in 2 seconds.",
    ]);
    expect([refused.headers.get("retry-after"), refused.headers.get("cache-control")]).toEqual(["2", "no-store"]);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    expect(refused.headers.get("access-control-expose-headers")).toContain("Retry-After");
    expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
    expect(refused.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
    for (const path of [known, "/healthz", "/metrics"]) {
      expect([path, (await get(path)).status]).toEqual([path, 200]);
    }
    expect(await metrics.metrics()).toContain('route="none",method="GET",status="503",cache="miss"} 1');

    open();
    expect((await reporting).status).toBe(201);
    expect((await get("/v1/corridors/be-ma/offers?pay=210")).status).toBe(200);
  });
});

describe("a site that has as much under way as it takes", () => {
  it("refuses new pages and says until when, shows those it has, and goes on at once", async () => {
    const { catalog, comparison, clock } = await openScene();
    const { desk, open, asked } = createSlowDesk();
    const options = { catalog, comparison, clock, desk, mode: "real", logger: quietLogger, shedding } as const;
    const { origin, close } = await serveWeb(options);
    closers.push(close);
    const get = (path: string) => fetch(`${origin}${path}`);
    for (let turn = 0; turn < 2; turn += 1) await (await get("/en/be-ma?pay=200")).arrayBuffer();
    const reading = get("/en/corrections");
    await asked;

    const refused = await get("/en/be-ma?pay=210");
    expect([refused.status, refused.headers.get("retry-after"), await refused.text()]).toEqual([
      503,
      "2",
      "Everybody asks at once. Please try again in 2 seconds.\n",
    ]);
    expect(refused.headers.get("access-control-allow-origin")).toBe("*");
    expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
    expect(refused.headers.get("content-security-policy")).toContain("default-src 'none'");
    expect((await get("/en/be-ma?pay=200")).status).toBe(200);

    open();
    expect((await reading).status).toBe(200);
    expect((await get("/en/be-ma?pay=210")).status).toBe(200);
  });
});
