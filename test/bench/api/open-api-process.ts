import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseDecimal } from "@openremit/shared/domain";
import { openServers } from "@openremit/standalone/embedded";
import { fillLatest } from "../../support/fill-latest.ts";
import { startFlags } from "../../support/start-flags.ts";
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
    flags: startFlags("api"),
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
