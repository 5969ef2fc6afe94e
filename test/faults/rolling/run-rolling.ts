import { setTimeout as delay } from "node:timers/promises";
import { readMigrations } from "@openremit/shared/storage";
import { findFreePort } from "../../../services/standalone/src/embedded/free-port.ts";
import { insertQuotes } from "../../support/insert-quotes.ts";
import { type MainProcess, startMain } from "../../support/main-process.ts";
import { startOwnPostgres, startOwnRedis } from "../../support/own-servers.ts";
import { countRows } from "../../support/storage-scene.ts";
import { until } from "../../support/until.ts";
import { openEyes } from "../kills/eyes.ts";
import { buildKnownVisits, quotesPerVisit } from "../kills/known-visits.ts";
import { type Streamed, streamRequests } from "./reverse-proxy.ts";

export interface RollingReport extends Streamed {
  readonly migrations: readonly string[];
  /** While the tables changed and after: runs handed over, and runs in the record. */
  readonly handedOver: number;
  readonly recorded: number;
  readonly lostOrDoubled: number;
}

export interface RollingOptions {
  /** Of the record, before anything changes. */
  readonly quotes: number;
  /** Visits handed over while the versions change places. */
  readonly visits: number;
}

const versions = { old: "services/api/src/main.ts", newer: "test/faults/rolling/newer-version.ts" };
/** Between two steps, so that each state is asked for a while. */
const restMs = 700;

/** Two processes of this version give way to two of the next, one after another, while readers ask and a recorder records. */
export async function runRolling({ quotes, visits }: RollingOptions): Promise<RollingReport> {
  const closers: (() => Promise<unknown>)[] = [];
  try {
    const redis = await startOwnRedis();
    closers.push(redis.close);
    const postgres = await startOwnPostgres();
    closers.push(postgres.close);
    const servers = {
      REDIS_URL: redis.url,
      DATABASE_URL: postgres.url,
      REQUESTS_PER_MINUTE: "1000000",
      EXPORTS_PER_HOUR: "1000000",
      PROXY_HOPS: "1",
    };
    const recorder = await startMain({ program: "workers/recorder/src/main.ts", sign: '"recording"', env: servers });
    closers.push(recorder.stop);
    const eyes = await openEyes(redis.url, postgres.url);
    closers.push(eyes.close);
    await insertQuotes(eyes.database, quotes);
    const [first, ...others] = buildKnownVisits(visits + 1);
    const hand = async (job: typeof first) => {
      if (job !== undefined) await eyes.recordQueue.add(job.run.source, job, { jobId: job.run.runId });
    };
    await hand(first);
    await until(async () => (await countRows(eyes.database, "runs")) === 1);

    const start = async (version: keyof typeof versions) => {
      const port = String(await findFreePort());
      const env = { ...servers, HOST: "127.0.0.1", PORT: port };
      const main = await startMain({ program: versions[version], sign: '"answering"', env });
      closers.push(main.stop);
      return { ...main, origin: `http://127.0.0.1:${port}` };
    };
    const stream = streamRequests(asked(first?.quotes[0]?.quoteId ?? ""));
    let [one, two] = [await start("old"), await start("old")];
    const serve = () => stream.serveFrom([one.origin, two.origin]);
    serve();
    stream.start();
    closers.push(stream.stop);
    const handing = (async () => {
      for (const job of others) {
        await hand(job);
        await delay((6 * restMs) / visits);
      }
    })();
    // Told when it is waited for.
    handing.catch(() => undefined);
    await delay(restMs);
    const replace = async (leaving: MainProcess, take: (next: typeof one) => void) => {
      const next = await start("newer");
      await delay(restMs);
      take(next);
      serve();
      await leaving.stop();
      await delay(restMs);
    };
    await replace(one, (next) => {
      one = next;
    });
    await replace(two, (next) => {
      two = next;
    });
    await handing;
    await until(async () => (await countRows(eyes.database, "runs")) >= visits + 1, Boolean, 60_000);
    const streamed = await stream.stop();
    return {
      ...streamed,
      migrations: await readMigrations(eyes.database),
      handedOver: visits + 1,
      recorded: await countRows(eyes.database, "runs"),
      lostOrDoubled: (await countRows(eyes.database, "quotes")) - quotes - (visits + 1) * quotesPerVisit,
    };
  } finally {
    for (const close of closers.toReversed()) await close();
  }
}

/** What the tables that change are asked for, and what comes from memory. */
function asked(quoteId: string): string[] {
  return [
    "/v1/corridors/be-ma/offers?pay=200",
    "/v1/corridors/be-ma/offers?pay=200&at=2026-11-20T13:00:00Z",
    "/v1/corridors/be-ma/history?since=2026-10-01&until=2026-11-19",
    `/v1/offers/${quoteId}/receipt`,
    "/v1/sources",
    "/v1/corridors",
    "/v1/rates?base=EUR&quote=MAD",
    "/v1/exports/runs.ndjson",
    "/v1/survey/corridors",
  ];
}
