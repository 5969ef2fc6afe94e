import { appendFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  knownMigrations,
  migrateToLatest,
  openBackup,
  pauseSource,
  readLatest,
  readPauses,
  readSnapshot,
  recordRun,
  resumeSource,
} from "@openremit/shared/storage";
import { findDifferentFiles } from "../../services/standalone/src/backup/different-files.ts";
import { awkward, type BackupScene, everyByte, openBackupScene } from "../support/backup-scene.ts";
import { buildQuote, buildQuotesJob } from "../support/record-job.ts";
import { snapshotOf } from "../support/snapshot-of.ts";

let scene: BackupScene;
beforeAll(async () => {
  scene = await openBackupScene();
});
afterAll(() => scene.close());

describe("a backup, restored into an empty database", () => {
  it("holds every table with the same rows and the same hash", async () => {
    const { folder, manifest, tables } = await scene.backUp("whole");
    const target = await scene.openEmpty();
    await scene.restore(folder, target);

    const view = await openBackup(target);
    const found = [];
    for (const table of view.tables) found.push({ ...table, ...(await view.digest(table)) });
    await view.close();
    expect(found).toEqual(manifest.tables.map(({ file: _file, ...table }) => table));
    expect(tables).toEqual(found.map(({ name }) => name));
    expect(manifest.tables.filter(({ rows }) => rows !== "0").map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        "meta",
        "runs",
        "quotes_2026_09",
        "quotes_2026_11",
        "rates",
        "snapshots",
        "source_pauses",
      ]),
    );
    expect(view.migrations).toEqual(knownMigrations);
    expect(view.mode).toBe("simulated");
  });

  it("answers as the one it was made of, to the last byte", async () => {
    const { folder } = await scene.backUp("answers");
    const target = await scene.openEmpty();
    await scene.restore(folder, target);
    expect(await readLatest(target)).toEqual(await readLatest(scene.source));
    expect((await readSnapshot(target, snapshotOf(everyByte).bodySha256))?.body).toEqual(everyByte);
    expect((await readPauses(target)).get("acme")?.reason).toBe(awkward);
  });

  it("goes on from there: numbers, months and guards are those of the record", async () => {
    const { folder } = await scene.backUp("goes-on");
    const target = await scene.openEmpty();
    await scene.restore(folder, target);
    expect(await migrateToLatest(target)).toEqual([]);

    await resumeSource(target, "acme", new Date("2026-11-21T00:00:00Z"));
    await pauseSource(target, "acme", "again", new Date("2026-11-22T00:00:00Z"));
    const { rows } = await target.pool.query("select pause_id from source_pauses order by pause_id");
    expect(rows).toEqual([{ pause_id: "1" }, { pause_id: "2" }]);

    for (const day of ["2026-11-22", "2026-12-22"]) {
      const at = `${day}T12:00:00Z`;
      await recordRun(target, buildQuotesJob({ quotes: [buildQuote({ observedAt: at, fetchedAt: at })] }));
    }
    await expect(target.pool.query("update quotes set fee = 0")).rejects.toThrow(/append-only/);
  });

  it("is of one moment: what is recorded meanwhile is not half in it", async () => {
    const view = await openBackup(scene.source);
    const runs = view.tables.find(({ name }) => name === "runs");
    if (runs === undefined) throw new Error("there is no table of runs");
    const before = await view.digest(runs);
    await recordRun(scene.source, buildQuotesJob({ run: { fetchedAt: "2026-11-21T09:00:00.000Z" } }));
    expect(await view.digest(runs)).toEqual(before);
    await view.close();
  });
});

describe("the files of a backup", () => {
  it("are the tables in COPY's own form, config as it stands, and sums for sha256sum", async () => {
    const config = scene.path("config");
    await mkdir(join(config, "corridors"), { recursive: true });
    await writeFile(join(config, "corridors", "be-ma.json"), "{}\n");
    const beside = { config, releases: scene.path("nowhere") };
    const { folder, manifest } = await scene.backUp("files", { beside });
    expect(await readdir(folder)).toEqual(["SHA256SUMS", "config", "manifest.json", "tables"]);
    const pauses = gunzipSync(await readFile(join(folder, "tables", "source_pauses.copy.gz"))).toString();
    expect(pauses).toMatch(/^1\tacme\ttab\\there, line\\nbreak, \\\\N, /);
    const sums = (await readFile(join(folder, "SHA256SUMS"), "utf8")).trimEnd().split("\n");
    expect(sums.map((line) => line.slice(66))).toEqual([...manifest.files.map(({ path }) => path), "manifest.json"]);
    expect(sums.at(-1)).toMatch(/^[0-9a-f]{64} {2}manifest\.json$/);
    expect(await findDifferentFiles(join(folder, "config"), config)).toEqual([]);
    await writeFile(join(config, "pegs.json"), "[]\n");
    expect(await findDifferentFiles(join(folder, "config"), config)).toEqual(["pegs.json"]);
  });

  it("are never written over others", async () => {
    await mkdir(scene.path("taken"));
    await expect(scene.backUp("taken")).rejects.toThrow(/taken is there already: a backup is never written over/);
  });

  it("are not made of the other mode's data, nor of an empty database", async () => {
    await expect(scene.backUp("real", { mode: "real" })).rejects.toThrow("this database holds simulated data");
    const view = await openBackup(await scene.openEmpty());
    expect(view).toMatchObject({ mode: null, tables: [], migrations: [] });
    await view.close();
    expect(await readdir(scene.path("."))).not.toContain("real");
  });
});

describe("a restore is refused", () => {
  it("into a database that has tables, whatever they hold", async () => {
    const { folder } = await scene.backUp("not-empty");
    const target = await scene.openEmpty();
    await target.pool.query("create table somebody_elses (id integer)");
    await expect(scene.restore(folder, target)).rejects.toThrow(
      "the database is not empty: it has 1 tables (somebody_elses)",
    );
    expect((await target.pool.query("select to_regclass('runs') as runs")).rows).toEqual([{ runs: null }]);
  });

  it.each([
    [
      "changed",
      "tables/runs.copy.gz was changed",
      (folder: string) => appendFile(join(folder, "tables/runs.copy.gz"), "x"),
    ],
    ["missing", "tables/runs.copy.gz is missing", (folder: string) => rm(join(folder, "tables/runs.copy.gz"))],
    ["added", "tables/more does not belong to it", (folder: string) => writeFile(join(folder, "tables/more"), "x")],
    ["no backup", "is no backup: it has no manifest.json", (folder: string) => rm(join(folder, "manifest.json"))],
  ])("where a file was %s", async (what, why, spoil) => {
    const { folder } = await scene.backUp(`spoilt ${what}`);
    await spoil(folder);
    await expect(scene.restore(folder, await scene.openEmpty())).rejects.toThrow(why);
  });

  it.each([
    [
      "the rows are not those that were kept",
      /what arrived is not what was kept.*\n +runs: /,
      (text: string) => text.replace(/("name": "runs",[\s\S]*?"digest": ")\w/, "$1z"),
    ],
    [
      "a newer version made it",
      /migration 9999-newer is not known/,
      (text: string) => text.replace(/(survey-flows|[\w-]+)"\n( +\],\n +"tables")/, '$1",\n"9999-newer"\n$2'),
    ],
    [
      "a bound is no bound",
      /has the bounds "; drop table runs"/,
      (text: string) => text.replace(/FOR VALUES FROM[^"]+/, "; drop table runs"),
    ],
    [
      "a path leads out of it",
      /is not a manifest that this version reads/,
      (text: string) => text.replace(/"tables\/runs\.copy\.gz"/, '"../runs.copy.gz"'),
    ],
  ])("where %s, and leaves the database empty", async (what, why, spoil) => {
    const { folder } = await scene.backUp(`manifest ${what}`);
    const path = join(folder, "manifest.json");
    const text = await readFile(path, "utf8");
    const spoilt = spoil(text);
    expect(spoilt).not.toBe(text);
    await writeFile(path, spoilt);
    const target = await scene.openEmpty();
    await expect(scene.restore(folder, target)).rejects.toThrow(why);
    expect((await target.pool.query("select to_regclass('runs') as runs")).rows).toEqual([{ runs: null }]);
  });
});
