import { mkdtemp, rm } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createRecorder } from "@openremit/recorder";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import { createMetrics, systemClock } from "@openremit/shared/runtime";
import { Redis } from "ioredis";
import { isForOthers } from "../../services/standalone/src/doctor/check-machine.ts";
import { examine } from "../../services/standalone/src/doctor/examine.ts";
import { quietLogger } from "../support/comparison-scene.ts";
import { type OwnServer, startOwnPostgres, startOwnRedis } from "../support/own-servers.ts";
import { publisherOn } from "../support/release-scene.ts";
import { until } from "../support/until.ts";

let home: string;
let redis: OwnServer;
let postgres: OwnServer;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "openremit-doctor-"));
  [redis, postgres] = await Promise.all([startOwnRedis(), startOwnPostgres()]);
});
afterAll(async () => {
  await Promise.all([redis.close(), postgres.close()]);
  await rm(home, { recursive: true, force: true });
});

/** Of one subject, what is not good, on servers that keep what they are given unless said. */
async function troubles(what: RegExp, names: Readonly<Record<string, string>> = {}): Promise<string[]> {
  const usual = { OPENREMIT_DATA_DIR: home, PORT: "0", REDIS_URL: redis.url, DATABASE_URL: postgres.url };
  const findings = await examine({
    names: { ...usual, ...names },
    real: false,
    nodeVersion: "v20.20.2",
    now: () => new Date(),
  });
  return findings
    .filter((one) => what.test(one.what) && one.state !== "good")
    .map(({ state, found, fix }) => `${state}: ${found} → ${fix}`);
}

/** A Redis that says it is of another version: everything but that is the real one's. The two are of one length. */
async function startAged(url: string, version: string, says: string): Promise<{ url: string; server: Server }> {
  const { port, password } = new URL(url);
  const server = createServer((client) => {
    const real = connect(Number.parseInt(port, 10), "127.0.0.1");
    client.pipe(real);
    real.on("data", (piece) =>
      client.write(piece.toString("latin1").replace(`redis_version:${version}`, `redis_version:${says}`), "latin1"),
    );
    for (const [one, other] of [
      [client, real],
      [real, client],
    ] as const) {
      one.on("error", () => undefined);
      one.on("close", () => other.destroy());
    }
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  return { url: `redis://:${password}@127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describe("what the doctor says of Redis", () => {
  it("names one that keeps nothing on disk until the system likes to", async () => {
    const admin = new Redis(redis.url);
    expect(await troubles(/on disk/)).toEqual([]);
    await admin.config("SET", "appendfsync", "no");
    expect(await troubles(/on disk/)).toEqual([
      expect.stringMatching(/^wrong: appendfsync is no: .* → redis\.conf: appendfsync everysec/),
    ]);
    await admin.config("SET", "appendfsync", "everysec");
    admin.disconnect();
  });

  it("names one that is older than what is required", async () => {
    const admin = new Redis(redis.url);
    const [, version = ""] = /redis_version:(\S+)/.exec(await admin.info("server")) ?? [];
    admin.disconnect();
    const old = ["6", "0"].concat(version.split(".").slice(2)).join(".");
    expect(old).toHaveLength(version.length);
    const aged = await startAged(redis.url, version, old);
    expect(await troubles(/^Redis$/)).toEqual([]);
    expect(await troubles(/^Redis$/, { REDIS_URL: aged.url })).toEqual([
      `wrong: version ${old} is too old. → Install Redis 6.2 or newer, or Valkey.`,
    ]);
    aged.server.close();
  });
});

describe("what the doctor says of PostgreSQL", () => {
  it("is nothing but good of one that keeps what it says it keeps", async () => {
    expect(await troubles(/^PostgreSQL(, connections)?$/)).toEqual([]);
  });

  it("names connections that are too few for the copies there are to be", async () => {
    expect(await troubles(/connections/, { API_COPIES: "4", WEB_COPIES: "3" })).toEqual([
      "doubtful: it takes 100; 10 processes hold up to 100, and 3 are kept for its owner. → postgresql.conf: max_connections = 103, or fewer copies (API_COPIES and the like say how many there are).",
    ]);
    expect(await troubles(/variables/, { API_COPIES: "many" })).toEqual([
      expect.stringMatching(/^wrong: API_COPIES is not a whole number/),
    ]);
  });
});

describe("what the doctor says of who listens", () => {
  it("names a publisher that does not, where a recorder does", async () => {
    const servers = { databaseUrl: postgres.url, redisUrl: redis.url, prefix: defaultQueuePrefix };
    expect(await troubles(/^publisher$/)).toEqual([]);
    const recorder = createRecorder({
      ...servers,
      mode: "simulated",
      logger: quietLogger,
      clock: systemClock,
      metrics: createMetrics(),
    });
    await recorder.start();
    // Whoever starts is heard of in Redis a moment later.
    const heard = (count: number) =>
      until(
        () => troubles(/^publisher$/),
        ({ length }) => length === count,
      );
    expect(await heard(1)).toEqual([
      "doubtful: none listens: no releases, and nobody looks who is silent. → npm run start:publisher",
    ]);
    const publisher = publisherOn(servers, { releases: join(home, "releases"), clock: systemClock });
    await publisher.start();
    expect(await heard(0)).toEqual([]);
    await publisher.stop();
    await recorder.stop();
  });
});

describe("a secret that others may read", () => {
  it.each([
    ["/run/secrets/database-url", 0o444, false],
    ["/run/secrets/database-url", 0o666, true],
    ["/etc/openremit/database-url", 0o444, true],
    ["/etc/openremit/database-url", 0o600, false],
    ["/home/run/secrets/database-url", 0o444, true],
  ])("%s of mode %d: %s", (path, mode, isOpen) => {
    expect(isForOthers(path, 0o100_000 + mode)).toBe(isOpen);
  });
});
