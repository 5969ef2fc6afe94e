import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import {
  closeQueueConnection,
  createQueue,
  defaultQueuePrefix,
  openQueueConnection,
  recordQueueName,
} from "@openremit/shared/queue";
import { claimMode, migrateToLatest, openDatabase, pauseSource, recordRun } from "@openremit/shared/storage";
import { Redis } from "ioredis";
import { checkData } from "../../services/standalone/src/doctor/check-data.ts";
import { examine } from "../../services/standalone/src/doctor/examine.ts";
import { doubtful, type Finding } from "../../services/standalone/src/doctor/finding.ts";
import { sceneCatalog } from "../support/comparison-scene.ts";
import { type OwnServer, startOwnRedis } from "../support/own-servers.ts";
import { buildQuotesJob } from "../support/record-job.ts";
import { createDatabase } from "../support/servers.ts";

let home: string;
let redis: OwnServer;
let admin: Redis;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "openremit-doctor-"));
  redis = await startOwnRedis();
  admin = new Redis(redis.url);
});
afterAll(async () => {
  admin.disconnect();
  await redis.close();
  await rm(home, { recursive: true, force: true });
});

type Names = Readonly<Record<string, string | undefined>>;
const adminUrl = () => process.env.TEST_DATABASE_URL ?? "";

/** What the doctor says with these variables, on servers that are as they should be unless said. */
async function examined(names: Names = {}, { real = false, now = new Date() } = {}): Promise<readonly Finding[]> {
  const usual = { OPENREMIT_DATA_DIR: home, PORT: "0", REDIS_URL: redis.url };
  return examine({ names: { ...usual, ...names }, real, nodeVersion: "v20.20.2", now: () => now });
}

/** Of one subject, what is not good. */
async function troubles(what: RegExp, names: Names = {}, options = {}): Promise<string[]> {
  const findings = await examined(names, options);
  return findings
    .filter((one) => what.test(one.what) && one.state !== "good")
    .map(({ state, found, fix }) => `${state}: ${found} → ${fix}`);
}

describe("what the doctor says of Redis", () => {
  const config = async (name: string, value: string, what: RegExp, names: Names = {}) => {
    const [, before = ""] = (await admin.config("GET", name)) as string[];
    await admin.config("SET", name, value);
    try {
      return await troubles(what, names);
    } finally {
      await admin.config("SET", name, before);
    }
  };

  it("is nothing but good of one that is as it should be", async () => {
    await admin.config("SET", "maxmemory", "512mb");
    expect(await troubles(/Redis|queue/)).toEqual([]);
  });

  it("names what loses data, with the line of redis.conf that mends it", async () => {
    expect(await config("appendonly", "no", /on disk/)).toEqual([
      expect.stringMatching(/^wrong: no append-only file.* → redis\.conf: appendonly yes/),
    ]);
    expect(await config("maxmemory-policy", "allkeys-lru", /when full/)).toEqual([
      "wrong: allkeys-lru: it would forget jobs and prices. → redis.conf: maxmemory-policy noeviction",
    ]);
    expect(await config("maxmemory", "0", /when full/)).toEqual([expect.stringMatching(/^doubtful: no maxmemory/)]);
    expect(await config("maxmemory", "1mb", /when full/)).toEqual([expect.stringMatching(/^wrong: more than 90 %/)]);
  });

  it("names a Redis that writes to disk how often readers asked, and one for it that is not there", async () => {
    expect(await troubles(/^limits$/)).toEqual([
      expect.stringMatching(/^doubtful: REDIS_URL writes to disk .* → Run a Redis with save "" and appendonly no/),
    ]);
    const REDIS_LIMITS_URL = redis.url;
    expect(await config("appendonly", "no", /^limits$/, { REDIS_LIMITS_URL })).toEqual([]);
    await admin.config("SET", "save", "3600 1");
    expect(await config("appendonly", "no", /^limits$/, { REDIS_LIMITS_URL })).toEqual([
      expect.stringMatching(/^doubtful: REDIS_LIMITS_URL writes to disk/),
    ]);
    await admin.config("SET", "save", "");
    expect(await troubles(/^limits$/, { REDIS_LIMITS_URL: "redis://:hunter2@127.0.0.1:1" })).toEqual([
      expect.stringMatching(/^wrong: REDIS_LIMITS_URL cannot be reached: [^→]*ECONNREFUSED 127\.0\.0\.1:1 → Start it/),
    ]);
  });

  it("names a password that is wrong and a server that is not there, and never a password", async () => {
    const wrongPassword = redis.url.replace(/:[^:@]+@/, ":hunter2@");
    const findings = [
      ...(await troubles(/^Redis$/, { REDIS_URL: wrongPassword })),
      ...(await troubles(/^Redis$/, { REDIS_URL: "redis://:hunter2@127.0.0.1:1" })),
    ];
    expect(findings).toEqual([
      expect.stringMatching(/^wrong: cannot be reached: .*WRONGPASS.* → Start it, or correct REDIS_URL/),
      expect.stringMatching(/^wrong: cannot be reached: .*ECONNREFUSED.* → Start it, or correct REDIS_URL/),
    ]);
    expect(findings.join()).not.toContain("hunter2");
  });

  it("names a clock that is off", async () => {
    const now = new Date(Date.now() - 90_000);
    expect(await troubles(/Redis, clock/, {}, { now })).toEqual([
      expect.stringMatching(/^wrong: (89|90|91) s ahead of this machine's\. → Let both machines set their clocks/),
    ]);
  });

  it("names the other mode's prices", async () => {
    await admin.set(`${defaultQueuePrefix}:mode`, "real");
    expect(await troubles(/^Redis$/)).toEqual([
      "wrong: it holds real prices, and this is simulated mode. → Give REDIS_URL a Redis of its own, or use OPENREMIT_MODE=real.",
    ]);
    await admin.del(`${defaultQueuePrefix}:mode`);
  });

  it("names runs that nobody records", async () => {
    const connection = openQueueConnection(redis.url, "doctor-test", () => undefined);
    const queue = createQueue(recordQueueName, connection, defaultQueuePrefix, () => undefined);
    await queue.add("acme", {}, { timestamp: Date.now() - 300_000 });
    expect(await troubles(/queue/)).toEqual([
      expect.stringMatching(/^wrong: 1 runs wait to be recorded, one for 30\d s\. → Start a recorder: none listens/),
    ]);
    await queue.obliterate({ force: true });
    await queue.close();
    await closeQueueConnection(connection);
  });
});

describe("what the doctor says of PostgreSQL", () => {
  let url: string;
  beforeAll(async () => {
    url = await createDatabase(adminUrl());
  });
  const as = (user: string, at = url) => {
    const changed = new URL(at);
    changed.username = user;
    changed.password = "of-no-importance";
    return changed.href;
  };
  const sql = async (text: string, at = url) => {
    const database = openDatabase(at, { poolSize: 1 });
    await database.pool.query(text).finally(() => database.close());
  };

  it("is what is to come, of one that is new", async () => {
    const findings = await examined({ DATABASE_URL: url });
    expect(findings.filter(({ what }) => what === "tables").map(({ found }) => found)).toEqual([
      "none yet: the first start makes them (or npm run migrate)",
    ]);
  });

  it("names rights that lack and rights that are too many", async () => {
    const user = `doctor_${process.pid}`;
    await sql(`create role ${user} login password 'of-no-importance'`);
    expect(await troubles(/rights/, { DATABASE_URL: as(user) })).toEqual([
      "wrong: this user may not create tables. → grant usage, create on schema public to <the user of DATABASE_URL>",
    ]);
    await sql(`grant usage, create on schema public to ${user}`);
    expect(await troubles(/rights/, { DATABASE_URL: as(user) })).toEqual([]);
    expect(await troubles(/rights/, { DATABASE_URL: url })).toEqual([expect.stringMatching(/superuser/)]);
    await sql(`revoke all on schema public from ${user}; drop role ${user}`);
  });

  it("names a server that loses writes, and words in another time zone", async () => {
    const { pathname } = new URL(url);
    await sql(`alter database ${pathname.slice(1)} set timezone to 'Africa/Casablanca'`);
    expect(await troubles(/^PostgreSQL(, time zone)?$/, { DATABASE_URL: url })).toEqual([
      "wrong: fsync is off: a crash loses the record. → postgresql.conf: fsync = on",
      "wrong: synchronous_commit is off: a crash loses runs that nobody has any more. → postgresql.conf: synchronous_commit = on",
      "wrong: full_page_writes is off: a crash may leave pages that are half written. → postgresql.conf: full_page_writes = on",
      "doubtful: Africa/Casablanca: what a person types into psql is read in it. → alter database <name> set timezone to 'UTC'",
    ]);
  });

  it.each([
    [
      "a database that is not there",
      (at: string) => at.replace(/\/[^/]+$/, "/nowhere"),
      /database "nowhere" does not exist/,
    ],
    ["a password that is wrong", (at: string) => at.replace(/:[^:@]+@/, ":hunter2@"), /password authentication failed/],
    ["a server that is not there", () => "postgres://a:hunter2@127.0.0.1:1/x", /ECONNREFUSED/],
  ])("names %s, and never a password", async (_what, changed, why) => {
    const [finding = ""] = await troubles(/^PostgreSQL$/, { DATABASE_URL: changed(url) });
    expect(finding).toMatch(why);
    expect(finding).toMatch(/^wrong: .* → Start it, or correct DATABASE_URL/);
    expect(finding).not.toContain("hunter2");
  });

  it("names the other mode, tables of a newer version, and tables of another line", async () => {
    const at = await createDatabase(adminUrl());
    const database = openDatabase(at);
    await migrateToLatest(database);
    await claimMode(database, "real");
    expect(await troubles(/^mode$/, { DATABASE_URL: at })).toEqual([
      expect.stringMatching(/^wrong: the database holds real data/),
    ]);
    await database.pool.query("update meta set value = 'simulated'");
    await database.pool.query("insert into kysely_migration (name, timestamp) values ('9999-newer', '')");
    expect(await troubles(/^tables$/, { DATABASE_URL: at })).toEqual([
      expect.stringMatching(/^doubtful: a newer version brought them to 9999-newer/),
    ]);
    await database.pool.query("delete from kysely_migration where name = '0005-survey-flows'");
    expect(await troubles(/^tables$/, { DATABASE_URL: at })).toEqual([
      expect.stringMatching(/^wrong: they went through 9999-newer/),
    ]);
    await database.close();
  });

  it("names sources that refused us, and a collector that does not run", async () => {
    const at = await createDatabase(adminUrl());
    const database = openDatabase(at);
    await migrateToLatest(database);
    expect(await troubles(/^sources$/, { DATABASE_URL: at })).toEqual([
      expect.stringMatching(/^wrong: \d+ were not visited when they were due: .* → Is a collector running\?/),
    ]);
    await recordRun(database, buildQuotesJob({ run: { source: "wise", fetchedAt: new Date().toISOString() } }));
    await pauseSource(database, "wise", "403", new Date());
    expect(await troubles(/^sources$/, { DATABASE_URL: at })).toEqual(
      expect.arrayContaining(["doubtful: 1 refused us and wait for a person: wise → npm run source -- paused"]),
    );
    await database.close();
  });

  it("says what to type in real mode", async () => {
    const database = openDatabase(await createDatabase(adminUrl()));
    await migrateToLatest(database);
    const { ecb } = Object.fromEntries(sceneCatalog.rateSources);
    if (ecb === undefined) throw new Error("there is no ecb");
    const catalog = {
      ...sceneCatalog,
      quoteSources: new Map(),
      rateSources: new Map([["ecb", { ...ecb, enabled: true }]]),
    };
    const ground = { catalog, mode: "real", sourceKeys: new Map(), now: () => new Date() } as const;
    const run = { source: "ecb", kind: "rates", outcome: "failed", fetchedAt: new Date().toISOString() } as const;
    await recordRun(database, buildQuotesJob({ run: { ...run, errorCode: "timeout" } }));
    expect(await checkData(database, ground)).toEqual([
      doubtful("sources", "1 failed at their last visit: ecb", "npm run source -- list --real"),
    ]);
    await database.close();
  });
});

describe("what the doctor says of variables, files and ports", () => {
  it("names every value that is wrong, and stops at that", async () => {
    const findings = await examined({ OPENREMIT_MODE: "live", LOG_LEVEL: "loud" });
    expect(findings.filter(({ state }) => state === "wrong").map(({ found, fix }) => `${found} ${fix}`)).toEqual([
      "OPENREMIT_MODE is not a mode. Set OPENREMIT_MODE to simulated (sandbox prices) or real (sources you enabled).",
      "LOG_LEVEL is not a level. Set LOG_LEVEL to fatal, error, warn, info, debug, trace or silent.",
    ]);
  });

  it("names a variable that nobody reads, and the one that is meant", async () => {
    expect(
      await troubles(/variables/, {
        OPENREMIT_PUBLC_URL: "https://x.example",
        OPENREMIT_MOOD: "",
        OPENREMIT_KEY_TCMB: "k",
      }),
    ).toEqual([
      "doubtful: OPENREMIT_PUBLC_URL is read by nobody. → Is OPENREMIT_PUBLIC_URL meant?",
      "doubtful: OPENREMIT_MOOD is read by nobody. → Is OPENREMIT_MODE meant?",
    ]);
  });

  it("wants a contact in real mode, and keys only for sources that are asked", async () => {
    expect(await troubles(/contact|keys/, {}, { real: true })).toEqual([
      "wrong: OPENREMIT_CONTACT is not set. → Set it: no source is asked without it.",
    ]);
    expect(await troubles(/keys/, { OPENREMIT_KEY_TCBM: "k" })).toEqual([
      "doubtful: OPENREMIT_KEY_TCBM is the key to no source. → Correct its name, or remove it.",
    ]);
  });

  it.each([
    [
      "a secret lacks where readers come",
      { OPENREMIT_PUBLIC_URL: "https://x.example", PROXY_HOPS: "1" },
      [/^wrong: OPENREMIT_FORM_SECRET is not set/],
    ],
    [
      "a secret can be guessed",
      { OPENREMIT_PUBLIC_URL: "https://x.example", PROXY_HOPS: "1", OPENREMIT_FORM_SECRET: "ab".repeat(16) },
      [/^wrong: it is made of few characters/],
    ],
    [
      "nobody is believed behind a proxy",
      { OPENREMIT_PUBLIC_URL: "https://x.example", OPENREMIT_FORM_SECRET: "0123456789abcdef".repeat(2) },
      [/^doubtful: 0, and readers come by a public address/],
    ],
    [
      "everybody is believed without one",
      {
        PROXY_HOPS: "2",
        OPENREMIT_PUBLIC_URL: "http://localhost:3000",
        OPENREMIT_FORM_SECRET: "0123456789abcdef".repeat(2),
      },
      [/^doubtful: 2, with no public address/],
    ],
    [
      "what is asked can be overheard",
      {
        OPENREMIT_PUBLIC_URL: "http://x.example",
        PROXY_HOPS: "1",
        OPENREMIT_FORM_SECRET: "0123456789abcdef".repeat(2),
      },
      [/^doubtful: http:\/\/x\.example is not https/],
    ],
  ])("says when %s", async (_what, names, wanted) => {
    expect(await troubles(/address|secret$|HOPS/, names)).toEqual(
      wanted.map((pattern) => expect.stringMatching(pattern)),
    );
  });

  it("names secrets that others may read", async () => {
    const path = join(home, "database-url");
    await writeFile(path, "postgres://a:b@127.0.0.1:1/x");
    await chmod(path, 0o644);
    expect(await troubles(/secrets/, { DATABASE_URL_FILE: path })).toEqual([
      `wrong: others may read ${path} (644). → chmod 600 ${path}`,
    ]);
    await chmod(path, 0o600);
    expect(await troubles(/secrets/, { DATABASE_URL_FILE: path })).toEqual([]);
  });

  it("names a port that somebody else has, and knows its own kind", async () => {
    let says = "hello";
    const server = createServer((_request, response) => response.end(says)).listen(0, "0.0.0.0");
    await new Promise((resolve) => server.once("listening", resolve));
    const PORT = `${(server.address() as AddressInfo).port}`;
    expect(await troubles(/port/, { PORT })).toEqual([
      expect.stringMatching(/^wrong: something else listens there\. → Stop it/),
    ]);
    says = '{"status":"alive"}';
    expect(await troubles(/port/, { PORT })).toEqual([]);
    server.closeAllConnections();
    server.close();
  });

  it("looks at the disk of the data folder only where a server of ours keeps its data there", async () => {
    // /proc is a disk without room.
    const full = { OPENREMIT_DATA_DIR: "/proc/nowhere", OPENREMIT_RELEASES_DIR: home };
    const named = await examined({ ...full, DATABASE_URL: adminUrl() });
    expect(named.filter(({ what, found }) => what === "disk" && found.includes("/proc"))).toEqual([]);
    expect(await troubles(/disk/, full)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^wrong: 0 GB free at \/proc →/)]),
    );
  });

  it("says that it looks at nothing where no address is set and npm start has no data", async () => {
    expect(await troubles(/^servers$/, { REDIS_URL: "" })).toEqual([
      expect.stringMatching(/^doubtful: DATABASE_URL and REDIS_URL are not set, and there is no data of npm start in/),
    ]);
    await mkdir(join(home, "simulated", "postgres"), { recursive: true });
    await writeFile(join(home, "simulated", "postgres", "PG_VERSION"), "18");
    expect(await troubles(/^servers$/, { REDIS_URL: "" })).toEqual([]);
    await rm(join(home, "simulated"), { recursive: true });
    expect(await troubles(/^servers$/)).toEqual([]);
  });

  it("has nothing against one proxy in front, and says what it means", async () => {
    expect(await troubles(/HOPS/, { PROXY_HOPS: "1" })).toEqual([
      expect.stringMatching(/→ Right where that many proxies stand in front, as in Compose, .* Else .* set 0/),
    ]);
    expect((await examined()).filter(({ what }) => what.startsWith("port"))).toEqual([]);
  });

  it("names config that is not right, and a Node that is too old", async () => {
    const config = join(home, "config");
    await mkdir(join(config, "corridors"), { recursive: true });
    await writeFile(join(config, "corridors", "be-ma.json"), "{");
    expect(await troubles(/config/, { OPENREMIT_CONFIG_DIR: config })).toEqual([
      expect.stringMatching(/^wrong: .* → npm run config:check names every problem/),
    ]);
    const findings = await examine({
      names: { LOG_LEVEL: "loud" },
      real: false,
      nodeVersion: "v20.18.3",
      now: () => new Date(),
    });
    expect(findings[0]).toMatchObject({ state: "wrong", found: "v20.18.3 is too old." });
  });
});
