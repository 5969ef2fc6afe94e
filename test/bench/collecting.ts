import { createRecorder } from "@openremit/recorder";
import { type Catalog, loadCatalog } from "@openremit/shared/catalog";
import type { RateObservation } from "@openremit/shared/contracts";
import { createLogger, createMetrics, systemClock } from "@openremit/shared/runtime";
import { openStores, type Stores } from "@openremit/shared/storage";
import type { Servers } from "@openremit/standalone/embedded";
import { createDatabase } from "../support/servers.ts";
import { askBare, askByAxios, askByNode } from "./collecting/ask-bare.ts";
import { type Collection, collectAll } from "./collecting/collect-all.ts";
import { openSandboxProcess } from "./collecting/open-sandbox-process.ts";
import { type Bench, type Measured, rounded } from "./report.ts";
import { withServers } from "./with-servers.ts";

const rounds = 3;
const target = 0.6;
/** Of an answer, in the round after those: the sandbox's own come at once, which no provider's do. */
const answerMs = 20;

type Urls = Pick<Servers, "redisUrl" | "databaseUrl">;

interface Round {
  readonly collection: Collection;
  readonly cpuSeconds: number;
  readonly bareSeconds: number;
  readonly bareAxiosSeconds: number;
}

/**
 * Everything config wants collected, from a sandbox in a process of its own to the recorder's queue, by one collector,
 * against bare loops of the same HTTP calls at the same concurrency, in turns: the target holds against Node's own HTTP
 * client, the least there is; axios's is beside it. The packages are asked for as they are shipped, built. Nobody takes
 * from the recorder's queue meanwhile; every round begins with an empty queue and an empty database, and with the
 * reference rates that quotes are checked against. A last round is of answers that take a while.
 */
export const bench: Bench = async () => {
  const sandbox = await openSandboxProcess();
  try {
    return await withServers((urls) => measure(urls, sandbox.url));
  } finally {
    await sandbox.close();
  }
};

async function measure(urls: Urls, sandboxUrl: string): Promise<Measured[]> {
  const catalog = loadCatalog("./config");
  const rates = await learnRates(urls, catalog, sandboxUrl);
  const measureRound = async (name: string): Promise<Round> => {
    const place = await openPlace(urls, `{bench-${name}}`);
    await place.stores.latest.replaceRates(rates);
    const before = process.cpuUsage();
    const collection = await collectAll({ ...place, catalog, sandboxUrl });
    const { user, system } = process.cpuUsage(before);
    await place.stores.close();
    const bareSeconds = await askBare(sandboxUrl, collection.calls, askByNode);
    const bareAxiosSeconds = await askBare(sandboxUrl, collection.calls, askByAxios);
    return { collection, cpuSeconds: (user + system) / 1_000_000, bareSeconds, bareAxiosSeconds };
  };
  const done: Round[] = [];
  for (let round = 0; round < rounds; round += 1) done.push(await measureRound(`${round}`));
  await slowDown(sandboxUrl, done);
  return [...figuresOf(done, catalog), ...slowFigures(await measureRound("slow"))];
}

/** From now on each source of these rounds takes its time. */
async function slowDown(sandboxUrl: string, done: readonly Round[]): Promise<void> {
  const sources = new Set(done.flatMap(({ collection }) => collection.calls.map(({ source }) => source.key)));
  for (const source of sources) {
    const body = JSON.stringify({ kind: "slow", delayMs: answerMs });
    const { status } = await fetch(`${sandboxUrl}/_faults/${source}`, { method: "PUT", body });
    if (status !== 204) throw new Error(`the sandbox does not slow ${source} down: ${status}`);
  }
}

/** A first collection with a recorder behind it, which also warms the sandbox and us. */
async function learnRates(urls: Urls, catalog: Catalog, sandboxUrl: string): Promise<readonly RateObservation[]> {
  const place = await openPlace(urls, "{bench-rates}");
  const logger = createLogger("bench", { level: "warn" });
  const recorder = createRecorder({
    ...place,
    mode: "simulated",
    logger,
    clock: systemClock,
    metrics: createMetrics(),
  });
  await recorder.start();
  await collectAll({ ...place, catalog, sandboxUrl });
  const rates = await place.stores.latest.readRates();
  await recorder.stop();
  await place.stores.close();
  return rates;
}

async function openPlace({ redisUrl, databaseUrl: admin }: Urls, prefix: string) {
  const databaseUrl = await createDatabase(admin);
  const stores: Stores = await openStores({
    databaseUrl,
    redisUrl,
    prefix,
    mode: "simulated",
    name: "bench",
    logger: createLogger("bench", { level: "warn" }),
  });
  return { redisUrl, databaseUrl, prefix, stores };
}

function figuresOf(done: readonly Round[], catalog: Catalog): Measured[] {
  const visits = median(done.map(({ collection }) => collection.visits.length / collection.seconds));
  const calls = median(done.map(({ collection }) => collection.calls.length / collection.seconds));
  const bare = median(done.map(({ collection, bareSeconds }) => collection.calls.length / bareSeconds));
  const bareAxios = median(done.map(({ collection, bareAxiosSeconds }) => collection.calls.length / bareAxiosSeconds));
  const ratioAxios = median(done.map(({ collection, bareAxiosSeconds }) => bareAxiosSeconds / collection.seconds));
  const ratio = median(done.map(({ collection, bareSeconds }) => bareSeconds / collection.seconds));
  const [first] = done;
  const all = done.flatMap(({ collection }) => collection.visits);
  const failed = all.filter(({ run }) => run.outcome === "failed" || run.outcome === "quarantined").length;
  const sources = new Set(all.filter(({ run }) => run.kind === "quotes").map(({ run }) => run.source)).size;
  const cpuMs = median(done.map(({ collection, cpuSeconds }) => (cpuSeconds * 1_000) / collection.visits.length));
  const cpuMsOfCall = median(done.map(({ collection, cpuSeconds }) => (cpuSeconds * 1_000) / collection.calls.length));
  const toFirst = median(done.map(({ collection }) => collection.secondsToFirst));
  const what = `${catalog.corridors.size} corridors, ${sources} sources of prices, ${first?.collection.visits.length} visits`;
  return [
    { what: "collected", value: what, target: "", holds: null },
    { what: "visits", value: `${Math.round(visits)}/s`, target: "", holds: null },
    { what: "HTTP calls", value: `${Math.round(calls)}/s`, target: "", holds: null },
    { what: "the same calls by a bare loop of Node's client", value: `${Math.round(bare)}/s`, target: "", holds: null },
    { what: "ratio to it", value: rounded(ratio, 2), target: `≥ ${target}`, holds: ratio >= target },
    { what: "the same calls by a bare loop of axios", value: `${Math.round(bareAxios)}/s`, target: "", holds: null },
    { what: "ratio to it, for comparison", value: rounded(ratioAxios, 2), target: "", holds: null },
    { what: "until the first visit, scheduling included", value: `${rounded(toFirst, 2)} s`, target: "", holds: null },
    { what: "CPU of the collector for each visit", value: `${rounded(cpuMs, 2)} ms`, target: "", holds: null },
    { what: "and for each call", value: `${rounded(cpuMsOfCall, 2)} ms`, target: "", holds: null },
    { what: "failed visits", value: String(failed), target: "0", holds: failed === 0 },
  ];
}

function slowFigures({ collection: { calls, seconds }, bareSeconds }: Round): Measured[] {
  const value = `${Math.round(calls.length / seconds)}/s, and ${rounded(bareSeconds / seconds, 2)} of the bare loop`;
  return [{ what: `HTTP calls, where an answer takes ${answerMs} ms`, value, target: "", holds: null }];
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
