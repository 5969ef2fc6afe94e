import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import { openStores } from "@openremit/shared/storage";
import { quietLogger } from "../support/comparison-scene.ts";
import { type OwnServer, startOwnRedis } from "../support/own-servers.ts";
import { freshDatabaseUrl } from "../support/servers.ts";

let redis: OwnServer;
let simulated: { readonly DATABASE_URL: string; readonly REDIS_URL: string };
let home: string;
beforeAll(async () => {
  redis = await startOwnRedis();
  home = await mkdtemp(join(tmpdir(), "openremit-wrong-mode-"));
  simulated = { DATABASE_URL: await freshDatabaseUrl(), REDIS_URL: redis.url };
  const { DATABASE_URL: databaseUrl, REDIS_URL: redisUrl } = simulated;
  const opening = { databaseUrl, redisUrl, prefix: defaultQueuePrefix, mode: "simulated", name: "test" } as const;
  await (await openStores({ ...opening, logger: quietLogger })).close();
});
afterAll(async () => {
  await redis.close();
  await rm(home, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly said: string;
}

function run(program: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const args = ["--conditions=source", "--import=tsx", program];
  const own = { PATH: process.env.PATH, LOG_LEVEL: "warn", OPENREMIT_CONTACT: "ops@example.org", PORT: "0" };
  const child = spawn(process.execPath, args, { env: { ...own, ...env }, stdio: ["ignore", "ignore", "pipe"] });
  let said = "";
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk.toString("utf8");
  });
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, said }));
  });
}

const refusals = {
  DATABASE_URL:
    "This PostgreSQL database holds simulated data and was opened in real mode. Give DATABASE_URL a PostgreSQL database " +
    "of its own for real data, or start in simulated mode.\n",
  REDIS_URL:
    `This Redis holds simulated prices under "${defaultQueuePrefix}:mode" and was opened in real mode. Give REDIS_URL a ` +
    "Redis of its own for real prices, or start in simulated mode.\n",
} as const;

/** The recorder opens both servers by itself; all others do it in one way. */
const starts = [
  { program: "workers/recorder/src/main.ts", held: "DATABASE_URL" },
  { program: "workers/recorder/src/main.ts", held: "REDIS_URL" },
  { program: "workers/collector/src/main.ts", held: "REDIS_URL" },
  { program: "services/api/src/main.ts", held: "DATABASE_URL" },
  { program: "services/web/src/main.ts", held: "REDIS_URL" },
  { program: "services/standalone/src/main.ts", held: "DATABASE_URL" },
] as const;

describe("real mode", () => {
  it.each(starts)("of $program refuses simulated data at $held in one line that says what to do", async (start) => {
    const unclaimed = start.held === "REDIS_URL" ? { DATABASE_URL: await freshDatabaseUrl() } : {};
    const env = { ...simulated, ...unclaimed, OPENREMIT_MODE: "real", OPENREMIT_DATA_DIR: home };
    expect(await run(start.program, env)).toEqual({ code: 1, said: refusals[start.held] });
  });
});
