import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { Redis } from "ioredis";
import { findFreePort } from "../../services/standalone/src/embedded/free-port.ts";
import { startMain } from "../support/main-process.ts";
import { type OwnServer, startOwnRedis } from "../support/own-servers.ts";
import { freshDatabaseUrl } from "../support/servers.ts";
import { until } from "../support/until.ts";

const closers: (() => Promise<unknown>)[] = [];
let redis: OwnServer;
let limits: OwnServer;
let atLimits: Redis;
beforeAll(async () => {
  [redis, limits] = [await startOwnRedis(), await startOwnRedis()];
  atLimits = new Redis(limits.url);
  await atLimits.config("SET", "appendonly", "no");
  closers.push(redis.close, limits.close, async () => atLimits.disconnect());
});
afterAll(async () => {
  for (const close of closers.toReversed()) await close();
});

/** Every byte that a Redis has on disk. */
async function onDisk({ url }: OwnServer): Promise<Buffer> {
  const client = new Redis(url);
  const [, directory = ""] = (await client.config("GET", "dir")) as string[];
  client.disconnect();
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Buffer.concat(await Promise.all(files.map(({ parentPath, name }) => readFile(join(parentPath, name)))));
}

describe("the disk of whoever runs API and site", () => {
  it("holds neither the salt of the hour nor anything that was counted with it", async () => {
    const servers = { REDIS_URL: redis.url, REDIS_LIMITS_URL: limits.url, DATABASE_URL: await freshDatabaseUrl() };
    for (const [service, path] of [
      ["api", "/v1/corridors"],
      ["web", "/en/corridors"],
    ]) {
      const port = String(await findFreePort());
      const env = { ...servers, HOST: "127.0.0.1", PORT: port };
      const main = await startMain({ program: `services/${service}/src/main.ts`, sign: '"answering"', env });
      closers.push(main.stop);
      // Until a salt is agreed on, a process counts under its own.
      await until(
        async () => {
          expect((await fetch(`http://127.0.0.1:${port}${path}`)).status).toBe(200);
          return atLimits.keys(`*:limits:${service}:reading:*`);
        },
        (keys) => keys.length > 0,
      );
    }
    const [saltKey = ""] = await atLimits.keys("*:limits:salt:*");
    const salt = (await atLimits.getBuffer(saltKey)) ?? Buffer.alloc(0);
    const disks = Buffer.concat([await onDisk(redis), await onDisk(limits)]);

    expect(salt).toHaveLength(16);
    // It is the disk that is looked at: what is kept for good stands there.
    expect(disks.includes("openremit")).toBe(true);
    expect(disks.includes("limits")).toBe(false);
    expect(disks.includes(salt)).toBe(false);
  });
});
