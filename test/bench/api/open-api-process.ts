import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalog } from "@openremit/shared/catalog";
import { parseDecimal } from "@openremit/shared/domain";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import { createLatestStore } from "@openremit/shared/storage";
import { openServers } from "@openremit/standalone/embedded";
import { Redis } from "ioredis";
import { buildManyEntries } from "../../support/large-scene.ts";
import { buildRate } from "../../support/record-job.ts";
import { writeLargeConfig } from "./large-config.ts";

export interface ApiProcess {
  readonly origin: string;
  /** The PostgreSQL behind it. */
  readonly databaseUrl: string;
  /** Resident bytes, and seconds of CPU since its start, by its own /metrics. */
  readFigures(): Promise<{ residentBytes: number; cpuSeconds: number }>;
  close(): Promise<void>;
}

const corridors = 100;
const offers = 60;
/** What be-ma holds: as many as a corridor really has, so that the answer is of a usual size. */
const usualOffers = 12;

/**
 * The built API as its package's `start` runs it, on a Redis and a PostgreSQL of its own, holding more than 100 corridors
 * of 60 offers at 6 amounts.
 */
export async function openApiProcess(): Promise<ApiProcess> {
  execFileSync("node", ["node_modules/typescript/bin/tsc", "-b", "services/api"], { stdio: "inherit" });
  const directory = mkdtempSync(join(tmpdir(), "openremit-bench-"));
  chmodSync(directory, 0o711);
  const config = writeLargeConfig(directory, corridors);
  const servers = await openServers({
    directory: join(directory, "servers"),
    programHome: join(process.cwd(), ".data", "redis-server"),
    searchPath: process.env.PATH ?? "",
    redisUrl: undefined,
    databaseUrl: undefined,
    durable: false,
    say: (line) => process.stderr.write(`${line}\n`),
  });
  const closeServers = async () => {
    await servers.stop();
    rmSync(directory, { recursive: true, force: true });
  };
  try {
    await fillLatest(servers.redisUrl, config);
  } catch (error) {
    await closeServers();
    throw error;
  }
  const port = await freePort();
  const child = startProcess(config, servers, port);
  const origin = `http://127.0.0.1:${port}`;
  await untilReady(origin);
  return {
    origin,
    databaseUrl: servers.databaseUrl,
    async readFigures() {
      const text = await (await fetch(`${origin}/metrics`)).text();
      const figure = (name: string) =>
        parseDecimal(new RegExp(`^${name} (\\S+)$`, "m").exec(text)?.[1] ?? "").toNumber();
      return {
        residentBytes: figure("process_resident_memory_bytes"),
        cpuSeconds: figure("process_cpu_seconds_total"),
      };
    },
    async close() {
      const closed = once(child, "close");
      child.kill("SIGTERM");
      await closed;
      await closeServers();
    },
  };
}

export async function fillLatest(redisUrl: string, config: string): Promise<void> {
  const redis = new Redis(redisUrl);
  const latest = createLatestStore(redis, defaultQueuePrefix);
  const observedAt = new Date(Date.now() - 60_000).toISOString();
  await latest.replaceRates([
    buildRate({ source: "frankfurter", contributors: 5, observedOn: observedAt.slice(0, 10) }),
  ]);
  for (const [key, corridor] of loadCatalog(config).corridors) {
    await latest.replace(key, buildManyEntries(corridor, key.startsWith("be-ma:") ? usualOffers : offers, observedAt));
  }
  redis.disconnect();
}

/** One that nobody listens on at this moment. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}

function startProcess(config: string, servers: { redisUrl: string; databaseUrl: string }, port: number): ChildProcess {
  return spawn(process.execPath, [...startFlags(), "services/api/dist/main.js"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      PATH: process.env.PATH,
      OPENREMIT_CONFIG_DIR: config,
      REDIS_URL: servers.redisUrl,
      DATABASE_URL: servers.databaseUrl,
      PORT: String(port),
      HOST: "127.0.0.1",
      REQUESTS_PER_MINUTE: "1000000",
      LOG_LEVEL: "warn",
    },
  });
}

/** Those of the package's own `start`: figures of memory mean little without them. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync("services/api/package.json", "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}

async function untilReady(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const status = await fetch(`${origin}/readyz`).then(
      (response) => response.status,
      () => null,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the API did not become ready");
}
