import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createPublisher, type MadeRelease, makeRelease, type ReleaseContext } from "@openremit/publisher";
import { recordRunJob } from "@openremit/recorder";
import type { RecordJob } from "@openremit/shared/contracts";
import { createMetrics } from "@openremit/shared/runtime";
import type { Database, LatestStore } from "@openremit/shared/storage";
import { parse } from "csv-parse/sync";
import { quietLogger, sceneCatalog } from "./comparison-scene.ts";

/** Folders of releases that a test file makes, removed at its end. */
export function createReleaseFolders() {
  const folders: string[] = [];
  return {
    open(): string {
      const folder = mkdtempSync(join(tmpdir(), "openremit-releases-"));
      folders.push(folder);
      return folder;
    },
    remove(): void {
      for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    },
  };
}

type PublisherOptions = Parameters<typeof createPublisher>[0];

const configSha256 = "0".repeat(64);

/** A publisher of simulated prices on these servers. */
export function publisherOn(
  { databaseUrl, redisUrl, prefix }: Pick<PublisherOptions, "databaseUrl" | "redisUrl" | "prefix">,
  own: Pick<PublisherOptions, "releases" | "clock" | "tracer">,
) {
  const servers = { databaseUrl, redisUrl, prefix };
  const common = { mode: "simulated", catalog: sceneCatalog, logger: quietLogger, metrics: createMetrics() } as const;
  return createPublisher({ ...common, configSha256, ...servers, ...own });
}

/** Makes a release of this record in the year after, unless said otherwise. */
export function release(
  database: Database,
  releases: string,
  asOf: string,
  fields: Partial<ReleaseContext> = {},
): Promise<MadeRelease> {
  return makeRelease(asOf, {
    catalog: sceneCatalog,
    configSha256,
    database,
    simulated: true,
    releases,
    now: () => new Date("2027-01-01T00:00:00.000Z"),
    tell: () => undefined,
    stopping: new AbortController().signal,
    ...fields,
  });
}

/** Hash of every file, by its name. */
export function hashesOf(directory: string): Record<string, string> {
  const names = readdirSync(directory).sort();
  return Object.fromEntries(
    names.map((name) => [
      name,
      createHash("sha256")
        .update(readFileSync(join(directory, name)))
        .digest("hex"),
    ]),
  );
}

export function rowsOf(directory: string, name: string): Record<string, string>[] {
  return parse(readFileSync(join(directory, name)), { columns: true });
}

interface RecordOfTest {
  readonly database: Database;
  readonly latest: LatestStore;
}

const dated = ["quotes", "rates", "runs", "survey_services"] as const;

/** Does what the recorder does with these, and dates what is new by a time of the test's own. */
export async function recordAt(stores: RecordOfTest, at: string, jobs: readonly RecordJob[]): Promise<void> {
  for (const job of jobs) await recordRunJob(job, stores);
  await dateNewRows(stores.database, at);
}

/** Forgets quotes that were observed earlier: a day more of corridor days costs a second. */
export async function dropQuotesBefore({ pool }: Database, at: string): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("set session_replication_role = replica");
    await client.query("delete from quotes where observed_at < $1", [at]);
    await client.query("set session_replication_role = default");
  } finally {
    client.release();
  }
}

/** Rows recorded by the clock of the server, which is that of the test run, are dated by this time. */
export async function dateNewRows({ pool }: Database, at: string): Promise<void> {
  const client = await pool.connect();
  try {
    // The record is append-only to everybody else.
    await client.query("set session_replication_role = replica");
    for (const table of dated) {
      await client.query(
        `update ${table} set recorded_at = $1 where recorded_at between now() - interval '1 hour' and now()`,
        [at],
      );
    }
    await client.query(
      "update survey_files set imported_at = $1 where imported_at between now() - interval '1 hour' and now()",
      [at],
    );
    await client.query("set session_replication_role = default");
  } finally {
    client.release();
  }
}
