import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { auditFreshness } from "@openremit/publisher";
import { pauseSource, readOpenIssues, recordRun, resumeSource } from "@openremit/shared/storage";
import { quietLogger, sceneCatalog } from "../support/comparison-scene.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { createReleaseFolders, publisherOn } from "../support/release-scene.ts";
import { openStorageScene, type StorageScene } from "../support/storage-scene.ts";
import { until } from "../support/until.ts";

const day = "2026-11-20";
const start = new Date(`${day}T12:00:00Z`);
const hoursLater = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const folders = createReleaseFolders();
let scene: StorageScene;
beforeAll(async () => {
  scene = await openStorageScene();
  await recordRun(scene.database, buildQuotesJob({ run: { source: "wise", fetchedAt: start.toISOString() } }));
  const rates = [buildRate({ observedOn: day, fetchedAt: start.toISOString() })];
  await recordRun(scene.database, buildRatesJob({ run: { fetchedAt: start.toISOString() }, rates }));
});
afterAll(async () => {
  folders.remove();
  await scene.close();
});

const audit = (now: Date, { since = start, database = scene.database } = {}) =>
  auditFreshness({
    catalog: sceneCatalog,
    database,
    simulated: true,
    logger: quietLogger,
    since,
    now: () => now,
  });

/** Every row ever, of the two that this scene knows. */
async function rows(source: string, database = scene.database) {
  const { rows: found } = await database.pool.query<{ open: boolean; detail: string; count: number }>(
    "select closed_at is null as open, detail, count from source_issues where source = $1 and code = 'silent' order by issue_id",
    [source],
  );
  return found;
}

describe("the freshness audit", () => {
  it("finds nobody silent who has just spoken", async () => {
    await audit(hoursLater(1));

    expect([await rows("wise"), await rows("ecb")]).toEqual([[], []]);
  });

  it("opens one issue for a silent source, however often and by however many it is done", async () => {
    await audit(hoursLater(120));
    await Promise.all([audit(hoursLater(121)), audit(hoursLater(121))]);

    expect(await rows("wise")).toMatchObject([{ open: true, count: 1 }]);
    expect(await rows("ecb")).toEqual([
      { open: true, count: 1, detail: `Its newest rates are of ${day}; 2 publications are out since.` },
    ]);
    expect(await readOpenIssues(scene.database)).toContainEqual(
      expect.objectContaining({ source: "wise", code: "silent", lastSeenAt: hoursLater(121).toISOString() }),
    );
  });

  it("closes it when the source speaks again, and opens another one when it falls silent again", async () => {
    const at = hoursLater(122).toISOString();
    await recordRun(scene.database, buildQuotesJob({ run: { source: "wise", fetchedAt: at } }));
    await audit(hoursLater(122.1));
    const whileSpeaking = await rows("wise");
    await audit(hoursLater(300));

    expect(whileSpeaking.map(({ open }) => open)).toEqual([false]);
    expect((await rows("wise")).map(({ open }) => open)).toEqual([false, true]);
  });

  it("is not answered by a visit that brings an old day again", async () => {
    const at = hoursLater(123).toISOString();
    await recordRun(scene.database, buildRatesJob({ run: { fetchedAt: at }, rates: [] }));
    await audit(hoursLater(124));

    expect((await rows("ecb")).map(({ open }) => open)).toEqual([true]);
  });

  it("leaves a source alone that nobody asks", async () => {
    await pauseSource(scene.database, "wise", "a test", hoursLater(301));
    await audit(hoursLater(302));
    const paused = await rows("wise");
    await resumeSource(scene.database, "wise", hoursLater(303));

    expect(paused.every(({ open }) => !open)).toBe(true);
  });

  it("is done by the publisher on its own", async () => {
    const publisher = publisherOn(scene, { releases: folders.open(), clock: { now: () => hoursLater(400) } });
    await publisher.start();
    await until(async () => (await rows("wise")).filter(({ open }) => open).length === 1);
    await publisher.stop();

    expect((await rows("wise")).map(({ open }) => open)).toEqual([false, false, true]);
  });
});

describe("a source that never answered", () => {
  it("is silent from its first visit on, however often a publisher starts anew", async () => {
    const { database, close } = await openStorageScene();
    const failed = { source: "ria", fetchedAt: start.toISOString(), outcome: "failed" } as const;
    await recordRun(database, buildQuotesJob({ run: failed, quotes: [] }));
    await audit(hoursLater(95), { since: hoursLater(95), database });
    const early = await rows("ria", database);
    await audit(hoursLater(97), { since: hoursLater(97), database });

    expect(early).toEqual([]);
    expect(await rows("ria", database)).toEqual([
      { open: true, count: 1, detail: "It has never answered; 3 visits were due." },
    ]);
    await close();
  });
});
