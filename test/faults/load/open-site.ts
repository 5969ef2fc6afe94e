import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalog } from "@openremit/shared/catalog";
import { migrateToLatest, openDatabase } from "@openremit/shared/storage";
import { findFreePort } from "../../../services/standalone/src/embedded/free-port.ts";
import { writeLargeConfig } from "../../bench/api/large-config.ts";
import { endWithUs } from "../../support/end-with-us.ts";
import { fillLatest } from "../../support/fill-latest.ts";
import { insertQuotes } from "../../support/insert-quotes.ts";
import { startMain } from "../../support/main-process.ts";
import { startOwnPostgres, startOwnRedis } from "../../support/own-servers.ts";
import { startFlags } from "../../support/start-flags.ts";
import { openGauges } from "./gauges.ts";

export type LoadedSite = Awaited<ReturnType<typeof openLoadedSite>>;

export interface SiteSize {
  /** Corridors of money, each of sixty offers at six amounts. */
  readonly corridors: number;
  /** Quotes in the record, for history and exports. */
  readonly quotes: number;
  /** Runs what `npm run build` made; from source otherwise. */
  readonly isBuilt: boolean;
}

/** API and site as processes of their own, on a Redis and a PostgreSQL of their own, full of prices. */
export async function openLoadedSite({ corridors, quotes, isBuilt }: SiteSize) {
  if (isBuilt) execFileSync("node", ["node_modules/typescript/bin/tsc", "-b", "services/standalone"]);
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).toReversed()) await one();
  };
  try {
    const directory = await mkdtemp(join(tmpdir(), "openremit-load-"));
    const forget = endWithUs({ folder: directory });
    closers.push(() => rm(directory, { recursive: true, force: true }).finally(forget));
    const config = writeLargeConfig(directory, corridors);
    const redis = await startOwnRedis();
    closers.push(redis.close);
    const postgres = await startOwnPostgres();
    closers.push(postgres.close);
    await fillLatest(redis.url, config);
    await fillRecord(postgres.url, quotes);
    const start = async (name: "api" | "web", own: Readonly<Record<string, string>>) => {
      const port = String(await findFreePort());
      const { stop } = await startMain({
        program: `services/${name}/${isBuilt ? "dist/main.js" : "src/main.ts"}`,
        flags: startFlags(name),
        sign: '"answering"',
        env: {
          OPENREMIT_CONFIG_DIR: config,
          REDIS_URL: redis.url,
          DATABASE_URL: postgres.url,
          HOST: "127.0.0.1",
          PORT: port,
          REQUESTS_PER_MINUTE: "1000000",
          EXPORTS_PER_HOUR: "1000000",
          ...own,
        },
      });
      closers.push(stop);
      return `http://127.0.0.1:${port}`;
    };
    const api = await start("api", {});
    const metricsPort = String(await findFreePort());
    const web = await start("web", { METRICS_PORT: metricsPort });
    const ids = [...loadCatalog(config).corridorConfigs.keys()];
    const gauges = openGauges({ api: `${api}/metrics`, web: `http://127.0.0.1:${metricsPort}/metrics` });
    return { api, web, corridorIds: ids, gauges, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function fillRecord(databaseUrl: string, quotes: number): Promise<void> {
  const database = openDatabase(databaseUrl);
  await migrateToLatest(database);
  await insertQuotes(database, quotes);
  await database.close();
}
