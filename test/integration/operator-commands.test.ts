import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { defaultQueuePrefix } from "@openremit/shared/queue";
import {
  claimMode,
  createLatestStore,
  type Database,
  migrateToLatest,
  openBackup,
  openDatabase,
  pauseSource,
  readApiKeys,
  readPauses,
  recordRun,
} from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { quoteOf } from "../support/comparison-scene.ts";
import { type OwnServer, startOwnRedis } from "../support/own-servers.ts";
import { buildQuotesJob, buildRate, buildRatesJob } from "../support/record-job.ts";
import { dateNewRows, hashesOf, release } from "../support/release-scene.ts";
import { runCommand } from "../support/run-command.ts";
import { freshDatabaseUrl } from "../support/servers.ts";

const at = "2026-11-19T08:00:00.000Z";
const releaseId = "simulated-2026-11-19";
const owner = `owner_${process.pid}`;
const password = "pass-of-no-importance";

let home: string;
let redis: OwnServer;
let client: Redis;
let source: Database;
let sourceUrl: string;
let kept: Record<string, string>;
const opened: Database[] = [];

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "openremit-commands-"));
  await writeFile(join(home, "file"), "");
  redis = await startOwnRedis();
  client = new Redis(redis.url);
  sourceUrl = await databaseOfOwner();
  source = open(sourceUrl);
  await migrateToLatest(source);
  await claimMode(source, "simulated");
  const quote = quoteOf({ source: "wise", provider: "wise", received: null, observedAt: at, fetchedAt: at });
  const rate = buildRate({ source: "frankfurter", contributors: 5, observedOn: "2026-11-18", fetchedAt: at });
  for (const job of [
    buildQuotesJob({ run: { source: "wise", fetchedAt: at }, quotes: [quote] }),
    buildRatesJob({ run: { source: "frankfurter", fetchedAt: at }, rates: [rate] }),
  ])
    await recordRun(source, job);
  await dateNewRows(open(sourceUrl, process.env.TEST_DATABASE_URL), "2026-11-19T20:00:00.000Z");
  const made = await release(source, join(home, "releases"), "2026-11-19");
  kept = hashesOf(made.directory);
  // Another one grows meanwhile.
  await mkdir(join(home, "releases", ".unfinished-simulated-2026-11-20"));
  await writeFile(join(home, "releases", ".unfinished-simulated-2026-11-20", "quotes.csv"), "half");
});

afterAll(async () => {
  await Promise.all(opened.map((database) => database.close()));
  client.disconnect();
  await redis.close();
  await rm(home, { recursive: true, force: true });
});

/** A database as Compose makes it: its user owns it and nothing more. */
async function databaseOfOwner(): Promise<string> {
  const url = new URL(await freshDatabaseUrl());
  const admin = openDatabase(url.href, { poolSize: 1 });
  const { rowCount } = await admin.pool.query("select 1 from pg_roles where rolname = $1", [owner]);
  if (rowCount === 0) await admin.pool.query(`create role ${owner} login password '${password}'`);
  await admin.pool.query(`alter database ${url.pathname.slice(1)} owner to ${owner}`);
  await admin.close();
  url.username = owner;
  url.password = password;
  return url.href;
}

/** By its owner, or by the user of another address. */
function open(databaseUrl: string, as = databaseUrl): Database {
  const url = new URL(as);
  url.pathname = new URL(databaseUrl).pathname;
  const database = openDatabase(url.href);
  opened.push(database);
  return database;
}

/** A folder that nobody can make stands for the data: with both servers named nothing belongs there. */
function environmentOf(databaseUrl: string, releases: string): Record<string, string> {
  const servers = { REDIS_URL: redis.url, DATABASE_URL: databaseUrl };
  return { ...servers, OPENREMIT_DATA_DIR: join(home, "file", "data"), OPENREMIT_RELEASES_DIR: join(home, releases) };
}

async function digestsOf(database: Database): Promise<Record<string, unknown>> {
  const view = await openBackup(database);
  const digests: Record<string, unknown> = {};
  for (const table of view.tables) digests[table.name] = await view.digest(table);
  await view.close();
  return digests;
}

describe("npm run backup and npm run restore", () => {
  it("bring tables, releases and Redis back, for a user that only owns the database", async () => {
    const folder = join(home, "backup");
    const backup = await runCommand("backup", [folder], environmentOf(sourceUrl, "releases"));
    expect(backup).toMatchObject({ code: 0 });
    const { host, pathname } = new URL(sourceUrl);
    expect(backup.said).toContain(`Database ${host}${pathname}, named by DATABASE_URL`);
    expect(await readdir(join(folder, "releases"))).toEqual([releaseId]);

    const targetUrl = await databaseOfOwner();
    const restore = await runCommand("restore", [folder], environmentOf(targetUrl, "restored"));
    expect(restore).toMatchObject({ code: 0 });
    expect(restore.said).toContain(`Database ${host}${new URL(targetUrl).pathname}, named by DATABASE_URL`);
    expect(restore.said).toContain("✓ 1 releases, and 0 that stood there already");
    expect(backup.said + restore.said).not.toContain(password);

    expect(hashesOf(join(home, "restored", releaseId))).toEqual(kept);
    expect(await readdir(join(home, "restored"))).toEqual([releaseId]);
    expect(await digestsOf(open(targetUrl))).toEqual(await digestsOf(source));
    const latest = createLatestStore(client, defaultQueuePrefix);
    const [entry] = (await latest.readAll()).values();
    expect(entry?.map(({ source: of, quotes }) => [of, quotes.length])).toEqual([["wise", 1]]);
    expect((await latest.readRates()).map(({ source: of }) => of)).toEqual(["frankfurter"]);
  });

  it("say how to bring releases by hand where they cannot be written", async () => {
    const env = {
      ...environmentOf(await databaseOfOwner(), "x"),
      OPENREMIT_RELEASES_DIR: join(home, "file", "releases"),
    };
    const restore = await runCommand("restore", [join(home, "backup")], env);
    expect(restore.code).toBe(1);
    expect(restore.said).toMatch(
      /✓ \d+ tables[\s\S]*✗ releases: ENOTDIR[\s\S]*cp -rn .*backup\/releases\/\. .*file\/releases/,
    );
  });
});

describe("the tools of a container, on servers that are named and files that nobody may write", () => {
  const tool = (...args: string[]) => runCommand("tools", args, environmentOf(sourceUrl, "releases"));

  it("make a key", async () => {
    const made = await tool("keys", "create", "--label", "An operator", "--scope", "operate");
    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain(`${new URL(sourceUrl).pathname}, named by DATABASE_URL`);
    expect((await readApiKeys(source)).map(({ label, scopes }) => [label, scopes])).toEqual([
      ["An operator", ["operate"]],
    ]);
  });

  it("end the pause of a source", async () => {
    await pauseSource(source, "wise", "403", new Date());
    expect(await tool("source", "resume", "wise")).toMatchObject({ code: 0 });
    expect((await readPauses(source)).size).toBe(0);
  });

  it("make the release that is there already", async () => {
    const made = await tool("release", "--as-of", "2026-11-19");
    expect(made).toMatchObject({ code: 0 });
    expect(made.said).toContain(releaseId);
  });

  it("find nothing wrong before the first start, as Compose asks its doctor", async () => {
    const asked = { ...environmentOf(await databaseOfOwner(), "releases"), PORT: "0", PROXY_HOPS: "1" };
    const { said } = await runCommand("tools", ["doctor"], asked);
    expect(said).toMatch(/\d+ good, \d+ to know, \d+ wrong/);
    // How much room this machine has, and that the tests' PostgreSQL writes without care, is not what is asked.
    expect(
      said
        .split("\n")
        .filter((line) => line.includes("✗") && !/disk|fsync|synchronous_commit|full_page_writes/.test(line)),
    ).toEqual([]);
  });

  it("say which there are, where another one is asked for", async () => {
    const none = await tool("constructor");
    expect(none).toMatchObject({ code: 1 });
    expect(none.said).toMatch(/^which tool\? One of backup, doctor, keys, /);
  });
});
