import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { releaseDefinition } from "@openremit/publisher";
import { type ReleaseJob, releaseProgress } from "@openremit/shared/contracts";
import {
  closeQueueConnection,
  createQueue,
  type JobQueue,
  openQueueConnection,
  queueBehaviour,
} from "@openremit/shared/queue";
import { type Clock, noTracer, type Span } from "@openremit/shared/runtime";
import { sceneCatalog } from "../support/comparison-scene.ts";
import { insertQuotes } from "../support/insert-quotes.ts";
import {
  createReleaseFolders,
  dateNewRows,
  dropQuotesBefore,
  hashesOf,
  publisherOn,
  release,
} from "../support/release-scene.ts";
import { openStorageScene, type StorageScene } from "../support/storage-scene.ts";
import { until } from "../support/until.ts";

const folders = createReleaseFolders();
const clock: Clock = { now: () => new Date("2026-11-23T12:00:00.000Z") };
let scene: StorageScene;
let queue: JobQueue<ReleaseJob>;
let connection: ReturnType<typeof openQueueConnection>;

beforeAll(async () => {
  scene = await openStorageScene();
  connection = openQueueConnection(scene.redisUrl, "test");
  queue = createQueue<ReleaseJob>(releaseDefinition, connection, scene.prefix);
  await insertQuotes(scene.database, 60_000);
  await dropQuotesBefore(scene.database, "2026-11-16T00:00:00Z");
  await dateNewRows(scene.database, "2026-11-19T20:00:00.000Z");
});
afterAll(async () => {
  folders.remove();
  await queue.close();
  await closeQueueConnection(connection);
  await scene.close();
});

const spans: Span[] = [];

const openPublisher = (releases: string) =>
  publisherOn(scene, { releases, clock, tracer: { tell: (span) => spans.push(span) } });

async function progressOf(id: string) {
  return releaseProgress.safeParse((await queue.getJob(id))?.progress).data ?? null;
}

describe("the publisher", () => {
  it("makes the release on its queue, says how far it is, and what came of it; it is a span", async () => {
    const folder = folders.open();
    const publisher = openPublisher(folder);
    await publisher.start();
    const { id = "" } = await queue.add("2026-11-20", { schemaVersion: 1, asOf: "2026-11-20" });
    const steps = new Set<string>();
    await until(async () => {
      const progress = await progressOf(id);
      if (progress !== null) steps.add(`${progress.done}/${progress.total}`);
      return (await queue.getJobState(id)) === "completed";
    });
    await publisher.stop();
    expect(spans).toMatchObject([{ name: "release", attributes: {}, hasFailed: false }]);
    expect(steps.size).toBeGreaterThan(1);
    const outcome = (await progressOf(id))?.outcome;
    expect(outcome).toMatchObject({ isNew: true, directory: join(folder, "simulated-2026-11-20") });
    expect(JSON.parse(readFileSync(join(folder, "simulated-2026-11-20", "release.json"), "utf8"))).toEqual(
      outcome?.release,
    );
    expect(outcome?.release.changes.find(({ dataset }) => dataset === "quotes")?.rows).toBeGreaterThan(2_000);
  });

  it("refuses a day that is not over, in one line, and does not try again", async () => {
    const folder = folders.open();
    const publisher = openPublisher(folder);
    await publisher.start();
    const { id = "" } = await queue.add("2026-11-23", { schemaVersion: 1, asOf: "2026-11-23" });
    await until(async () => (await queue.getJobState(id)) === "failed");
    await publisher.stop();
    const job = await queue.getJob(id);
    expect(job?.failedReason).toBe(
      "2026-11-23 is not over yet (UTC): the last day there can be a release of is 2026-11-22",
    );
    expect(job?.attemptsMade).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("waits for a PostgreSQL that goes away under a release, instead of giving up", async () => {
    const goneAway = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
    const context = {
      catalog: sceneCatalog,
      configSha256: "0".repeat(64),
      database: { ...scene.database, take: () => Promise.reject(goneAway) },
      simulated: true,
      releases: folders.open(),
      now: clock.now,
      tracer: noTracer,
      stopping: new AbortController().signal,
    };
    const made = releaseDefinition.exec({ schemaVersion: 1, asOf: "2026-11-20" }, context, {
      tellProgress: async () => undefined,
    });
    const error = await made.catch((reason: unknown) => reason);
    expect(error).toBe(goneAway);
    expect(queueBehaviour(error)).toMatchObject({ retry: true, attempts: 1500 });
  });

  it("stopped in the middle leaves the release to the next one, which comes to the same bytes", async () => {
    const folder = folders.open();
    const one = openPublisher(folder);
    await one.start();
    const { id = "" } = await queue.add("2026-11-21", { schemaVersion: 1, asOf: "2026-11-21" });
    await until(async () => ((await progressOf(id))?.done ?? 0) >= 2);
    await one.stop();
    expect(readdirSync(folder)).toEqual([".unfinished-simulated-2026-11-21"]);
    const other = openPublisher(folder);
    await other.start();
    await until(async () => (await queue.getJobState(id)) === "completed");
    await other.stop();
    expect(readdirSync(folder)).toEqual(["simulated-2026-11-21"]);
    const direct = await release(scene.database, folders.open(), "2026-11-21");
    expect(hashesOf(join(folder, "simulated-2026-11-21"))).toEqual(hashesOf(direct.directory));
  });
});
