import { openDatabase } from "@openremit/shared/storage";
import { openFaultScene, ratesOf, visitOf } from "../../support/fault-scene.ts";
import { type OwnServer, startOwnPostgres, startOwnRedis } from "../../support/own-servers.ts";
import { countRows } from "../../support/storage-scene.ts";
import { until } from "../../support/until.ts";
import { buildKnownVisits, quotesPerVisit } from "../kills/known-visits.ts";
import { compareFacts, type Scenario } from "./finding.ts";
import { openSmallDisk } from "./small-disk.ts";

/** How PostgreSQL comes to answer 53100 `disk_full`. */
interface WayToFill {
  readonly name: string;
  readonly postgres: OwnServer;
  fill(): Promise<void>;
  makeRoom(): Promise<void>;
  close(): Promise<void>;
}

/** A cluster and its log fit, with a few megabytes to spare. */
const diskMegabytes = 128;
const visits = 100;

/** The whole data folder on a file system without a free byte. Null where this user may not mount one. */
async function fillDisk(): Promise<WayToFill | null> {
  const disk = await openSmallDisk(diskMegabytes);
  if (disk === null) return null;
  const postgres = await startOwnPostgres(disk.path).catch(async (error: unknown) => {
    await disk.close();
    throw error;
  });
  return {
    name: "PostgreSQL's disk full",
    postgres,
    fill: disk.fill,
    makeRoom: disk.makeRoom,
    async close() {
      await disk.makeRoom();
      await postgres.close();
      await disk.close();
    },
  };
}

const deadlock = "40P01";
const refusingTables = ["quotes", "runs", "reports"];

/** A trigger that answers every row with what a full disk answers: the same code to us, and nothing else of a full disk. */
async function refuseRows(): Promise<WayToFill> {
  const postgres = await startOwnPostgres();
  const operate = async (sql: string) => {
    const database = openDatabase(postgres.url);
    // Whoever changes tables under a recorder at work may lose a deadlock to it, and tries again.
    for (let isDone = false; !isDone; ) {
      isDone = await database.pool.query(sql).then(
        () => true,
        (error: Error & { code?: string }) => (error.code === deadlock ? false : Promise.reject(error)),
      );
    }
    await database.close();
  };
  const atEachTable = async (sqlFor: (table: string) => string) => {
    for (const table of refusingTables) await operate(sqlFor(table));
  };
  return {
    name: "PostgreSQL answers 53100 (by a trigger)",
    postgres,
    async fill() {
      await operate(`
        create function refuse_row() returns trigger language plpgsql as $$
        begin raise exception 'could not extend file: No space left on device' using errcode = 'disk_full'; end $$;`);
      await atEachTable(
        (table) => `create trigger full_disk before insert on ${table} for each row execute function refuse_row()`,
      );
    },
    makeRoom: () => atEachTable((table) => `drop trigger full_disk on ${table}`),
    close: postgres.close,
  };
}

/** A PostgreSQL that can take nothing more, and then can again. */
export const fillPostgres: Scenario = async () => {
  const ways = [await fillDisk(), await refuseRows()];
  const findings = [];
  for (const way of ways) {
    if (way === null) {
      process.stdout.write(
        "  this user may mount no file system: the full disk is stood in for by the trigger alone\n",
      );
      continue;
    }
    try {
      findings.push(...(await look(way)));
    } finally {
      await way.close();
    }
  }
  return findings;
};

async function look({ name, postgres, fill, makeRoom }: WayToFill) {
  const redis = await startOwnRedis();
  const scene = await openFaultScene({ redisUrl: redis.url, databaseUrl: postgres.url });
  try {
    await scene.startRecorder();
    await scene.enqueue(visitOf("10.81", 20));
    const before = await until(scene.offers, (asked) => ratesOf(asked).length === 1);

    await fill();
    for (const job of buildKnownVisits(visits)) await scene.enqueue(job);
    const refusal = await until(
      () => scene.failedTry(),
      (reason) => reason !== null,
    );
    const quoteId = before.answer.offers[0]?.quoteId ?? "";
    const reporting = await scene.report({ quoteId, fee: "4.90", where: "counter", seenOn: "2026-11-23" });
    const during = await scene.offers();
    const history = await scene.ask("/v1/corridors/be-ma/history");
    const full = compareFacts(
      name,
      { noSpace: true, api: 200, prices: ["10.81"], history: 200, report: 503 },
      {
        noSpace: /No space left on device/.test(refusal ?? ""),
        api: during.status,
        prices: ratesOf(during),
        history: history.status,
        report: reporting.status,
      },
    );

    const began = performance.now();
    await makeRoom();
    await until(async () => (await countRows(scene.database, "runs")) === visits + 1, Boolean, 90_000);
    const room = compareFacts(
      `${name}: room again`,
      { runs: visits + 1, quotes: visits * quotesPerVisit + 1, failedJobs: 0 },
      {
        runs: await countRows(scene.database, "runs"),
        quotes: await countRows(scene.database, "quotes"),
        failedJobs: await scene.failedJobs(),
        seconds: Math.ceil((performance.now() - began) / 1_000),
      },
    );
    return [full, room];
  } finally {
    await scene.close();
    await redis.close();
  }
}
