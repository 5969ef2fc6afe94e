import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { loadCatalog } from "@openremit/shared/catalog";
import { Redis } from "ioredis";
import { fillLatest } from "../support/fill-latest.ts";
import { createDatabase } from "../support/servers.ts";
import { writeLargeConfig } from "./api/large-config.ts";
import { openSandboxProcess } from "./collecting/open-sandbox-process.ts";
import { type Bench, type Measured, rounded } from "./report.ts";
import { measureApis } from "./scale/scale-apis.ts";
import { measureCollectors } from "./scale/scale-collectors.ts";
import { measureRecorders, type Throughput, type Urls, usedMemory } from "./scale/scale-recorders.ts";
import { withServers } from "./with-servers.ts";

const counts = [1, 2, 3, 4];
const corridors = 100;
/** Offers at an amount and amounts, as `fillLatest` writes them. */
const pricesPerCorridor = 60 * 6;

/**
 * One to four processes of each kind on this machine, servers and whoever asks included: throughput with its ratio to one
 * process, and what each thing costs. Beyond the number of processors nothing can grow.
 */
export const bench: Bench = () => withServers(measure);

async function measure(urls: Urls): Promise<Measured[]> {
  const sandbox = await openSandboxProcess();
  const collected: Throughput[] = [];
  for (const count of counts) collected.push(await measureCollectors(urls, sandbox.url, count));
  await sandbox.close();
  const recorded = [];
  for (const count of counts) recorded.push(await measureRecorders(urls, count));
  const { answers, latestPerPrice } = await measureAnswers(urls);
  const [first] = recorded;
  return [
    said("processors", String(cpus().length)),
    ...tableOf("collectors, visits", collected),
    ...tableOf("recorders, quotes", recorded),
    ...tableOf(
      "APIs, repeated question",
      answers.map(({ cached }) => cached),
    ),
    ...tableOf(
      "APIs, ranked anew",
      answers.map(({ ranked }) => ranked),
    ),
    said("PostgreSQL for each quote, indexes included", `${Math.round(first?.postgresPerQuote ?? 0)} bytes`),
    said("Redis for each quote that waits", `${Math.round(first?.queuePerQuote ?? 0)} bytes`),
    said("Redis for each price of now", `${Math.round(latestPerPrice)} bytes`),
  ];
}

async function measureAnswers({ redisUrl, databaseUrl }: Urls) {
  const directory = mkdtempSync(join(tmpdir(), "openremit-bench-"));
  chmodSync(directory, 0o711);
  try {
    return await measureOn({ redisUrl, databaseUrl }, writeLargeConfig(directory, corridors));
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function measureOn({ redisUrl, databaseUrl }: Urls, config: string) {
  const redis = new Redis(redisUrl);
  await redis.flushall();
  const before = await usedMemory(redis);
  await fillLatest(redisUrl, config);
  const prices = loadCatalog(config).corridors.size * pricesPerCorridor;
  const latestPerPrice = ((await usedMemory(redis)) - before) / prices;
  redis.disconnect();
  const urls = { redisUrl, databaseUrl: await createDatabase(databaseUrl) };
  const answers = [];
  for (const count of counts) answers.push(await measureApis(urls, config, count));
  return { answers, latestPerPrice };
}

function tableOf(what: string, measured: readonly Throughput[]): Measured[] {
  const one = measured[0]?.perSecond ?? 1;
  return measured.map(({ perSecond, cpuMs }, index) => {
    const ratio = rounded(perSecond / one, 2);
    return said(
      `${counts[index]} × ${what}`,
      `${Math.round(perSecond)}/s, × ${ratio}, CPU ${rounded(cpuMs, 3)} ms each`,
    );
  });
}

const said = (what: string, value: string): Measured => ({ what, value, target: "", holds: null });
