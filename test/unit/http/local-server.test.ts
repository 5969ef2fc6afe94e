import type { RequestListener } from "node:http";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "@jest/globals";
import { ConfigError } from "@openremit/shared/domain";
import { createScene, type LocalServer, listenLocally, source } from "./http-scene.ts";

const quotes = { method: "GET", url: "https://api.example.org/v1/quotes?pay=200" } as const;
const servers: LocalServer[] = [];

async function sandbox(answer: RequestListener) {
  const server = await listenLocally((request, response) => {
    if (request.url?.endsWith("/robots.txt")) response.writeHead(404).end();
    else answer(request, response);
  });
  servers.push(server);
  return server;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

describe("the outbound client in simulated mode", () => {
  it("asks the sandbox in the source's place and keeps the address the source knows", async () => {
    const server = await sandbox((_, response) => response.end("{}"));
    const { client } = createScene({ mode: "simulated", contact: null, sandboxUrl: `${server.url}/` });
    const answer = await client.fetchAnswer(source, quotes);
    expect(answer.request.url).toBe(quotes.url);
    expect(server.asked).toEqual(["GET /examplepay/robots.txt", "GET /examplepay/v1/quotes?pay=200"]);
  });

  it("obeys the sandbox's robots.txt", async () => {
    const server = await listenLocally((_, response) => response.end("User-agent: OpenRemit\nDisallow: /v1"));
    servers.push(server);
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceRefusedError" });
  });

  it("holds sources to their origins as in real mode", async () => {
    const server = await sandbox((_, response) => response.end("{}"));
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
    const elsewhere = { method: "GET", url: "https://other.test/" } as const;
    await expect(client.fetchAnswer(source, elsewhere)).rejects.toThrow(ConfigError);
  });

  it("does not start without a sandbox", () => {
    expect(() => createScene({ mode: "simulated" })).toThrow(ConfigError);
  });

  it("asks the sandbox as fast as it answers", async () => {
    const server = await sandbox((_, response) => response.end("{}"));
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
    const slow = { ...source, limits: { max: 1, perSeconds: 3600, concurrency: 1, perDay: 1000 } };
    await Promise.all([client.fetchAnswer(slow, quotes), client.fetchAnswer(slow, quotes)]);
    expect(server.asked).toHaveLength(3);
  });

  it("asks many sources over the connections it has already", async () => {
    const many = Array.from({ length: 20 }, (_, number) => ({ ...source, key: `examplepay-${number}` }));
    const connections = new Set<unknown>();
    let held: (() => void)[] = [];
    const server = await sandbox(({ socket }, response) => {
      connections.add(socket);
      held.push(() => response.end("{}"));
      if (held.length < many.length) return;
      for (const answer of held) answer();
      held = [];
    });
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
    const askAll = () => Promise.all(many.map((each) => client.fetchAnswer(each, quotes)));
    await askAll();
    const before = connections.size;
    await askAll();
    expect([before, connections.size]).toEqual([20, 20]);
  });

  it("never asks a source more at once than it allows", async () => {
    let [now, most] = [0, 0];
    const server = await sandbox((_, response) => {
      now += 1;
      most = Math.max(most, now);
      setTimeout(() => {
        now -= 1;
        response.end("{}");
      }, 5);
    });
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
    const narrow = { ...source, limits: { ...source.limits, concurrency: 2 } };
    await Promise.all(Array.from({ length: 8 }, () => client.fetchAnswer(narrow, quotes)));
    expect(most).toBe(2);
  });
});

describe("answers of a real server", () => {
  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("are decompressed: %s", async (encoding, compress) => {
    const server = await sandbox((_, response) => {
      response.writeHead(200, { "content-encoding": encoding }).end(compress(Buffer.from('{"rate":"10.81"}')));
    });
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
    expect((await client.fetchAnswer(source, quotes)).body.toString()).toBe('{"rate":"10.81"}');
  });

  it.each([
    ["gzip", gzipSync],
    ["br", brotliCompressSync],
  ])("are cut off at the size cap while a compression bomb unpacks: %s", async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(64 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(100_000);
    const server = await sandbox((_, response) => response.writeHead(200, { "content-encoding": encoding }).end(bomb));
    const { client, snapshots } = createScene({ mode: "simulated", sandboxUrl: server.url, maxBytes: 200_000 });
    const before = process.memoryUsage().arrayBuffers;
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({
      name: "SourceShapeError",
      details: { maxBytes: 200_000 },
    });
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(32 * 1024 * 1024);
    expect(snapshots.map((answer) => answer.request.url)).toEqual(["https://api.example.org/robots.txt"]);
  });

  it.each([
    ["that stop half-way", (response) => response.writeHead(200, { "content-length": "100" }).write("{")],
    ["that are no gzip", (response) => response.writeHead(200, { "content-encoding": "gzip" }).end("plain")],
    [
      "whose gzip is cut short",
      (response) =>
        response
          .writeHead(200, { "content-encoding": "gzip" })
          .end(gzipSync(Buffer.alloc(10_000, "ab")).subarray(0, 30)),
    ],
  ] satisfies [string, (response: Parameters<RequestListener>[1]) => unknown][])(
    "%s count as no answer",
    async (_, answer) => {
      const server = await sandbox((_request, response) => {
        answer(response);
        setTimeout(() => response.destroy(), 20);
      });
      const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
      await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceHttpError" });
    },
  );

  it("are not understood in a coding that was not asked for", async () => {
    const server = await sandbox((_, response) => response.writeHead(200, { "content-encoding": "compress" }).end("?"));
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceShapeError" });
  });

  it("are cut off at the size cap without compression too", async () => {
    const server = await sandbox((_, response) => response.end(Buffer.alloc(300_000)));
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url, maxBytes: 200_000 });
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({ name: "SourceShapeError" });
  });

  it("that trickle are given up when their time is over", async () => {
    const server = await sandbox((_, response) => {
      response.writeHead(200);
      const drip = setInterval(() => response.write("."), 10);
      response.on("close", () => clearInterval(drip));
    });
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url, timeoutMs: 100 });
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({
      name: "SourceHttpError",
      message: "the request to api.example.org took more than 100 ms",
    });
  });

  it("are not waited for once the client is closed", async () => {
    const server = await sandbox(() => {});
    const { client } = createScene({ mode: "simulated", sandboxUrl: server.url });
    const fetching = client.fetchAnswer(source, quotes);
    setTimeout(() => client.close(), 50);
    await expect(fetching).rejects.toMatchObject({ name: "SourceHttpError" });
    await expect(client.fetchAnswer(source, quotes)).rejects.toMatchObject({
      message: "api.example.org is not asked: stopping",
    });
  });
});

describe("the address guard of real mode", () => {
  it.each(["127.0.0.1", "localhost"])("does not connect to %s", async (host) => {
    const server = await listenLocally((_, response) => response.end("{}"));
    servers.push(server);
    const origin = `http://${host}:${new URL(server.url).port}`;
    const { client } = createScene();
    const inside = { ...source, origins: [origin] };
    await expect(client.fetchAnswer(inside, { method: "GET", url: `${origin}/` })).rejects.toThrow(ConfigError);
    expect(server.asked).toEqual([]);
  });

  it.each(["http://169.254.169.254", "http://10.0.0.1", "http://[::1]", "http://[::ffff:127.0.0.1]", "http://0.0.0.0"])(
    "does not connect to %s",
    async (origin) => {
      const inside = { ...source, origins: [origin] };
      await expect(createScene().client.fetchAnswer(inside, { method: "GET", url: `${origin}/` })).rejects.toThrow(
        ConfigError,
      );
    },
  );
});
