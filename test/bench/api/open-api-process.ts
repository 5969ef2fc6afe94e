import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
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
import { startCopies } from "../scale/start-copies.ts";
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
  const api = await startCopies(1, {
    program: "services/api/dist/main.js",
    flags: startFlags(),
    portVariable: "PORT",
    readyPath: "/readyz",
    env: {
      OPENREMIT_CONFIG_DIR: config,
      REDIS_URL: servers.redisUrl,
      DATABASE_URL: servers.databaseUrl,
      REQUESTS_PER_MINUTE: "1000000",
    },
  });
  const [origin = ""] = api.origins;
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
      await api.stop();
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

/** Those of the package's own `start`: figures of memory mean little without them. */
export function startFlags(): string[] {
  const { scripts } = JSON.parse(readFileSync("services/api/package.json", "utf8")) as { scripts: { start: string } };
  return scripts.start.split(" ").filter((word) => word.startsWith("--"));
}
