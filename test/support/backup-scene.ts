import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mode } from "@openremit/shared/runtime";
import {
  claimMode,
  type Database,
  migrateToLatest,
  openBackup,
  openDatabase,
  pauseSource,
  recordRefusedPayload,
  recordRun,
  saveSnapshot,
} from "@openremit/shared/storage";
import { readBackup } from "../../services/standalone/src/backup/read-backup.ts";
import { restoreBackup } from "../../services/standalone/src/backup/restore-backup.ts";
import { writeBackup } from "../../services/standalone/src/backup/write-backup.ts";
import { buildQuote, buildQuotesJob, buildRate, buildRatesJob } from "./record-job.ts";
import { freshDatabaseUrl } from "./servers.ts";
import { snapshotOf } from "./snapshot-of.ts";

/** Text that has broken formats of rows before: COPY's own escapes, what looks like null, and what is not ASCII. */
export const awkward = 'tab\there, line\nbreak, \\N, \\., "quotes", back\\slash, نقود, 💸';
/** Bytes of every value. */
export const everyByte = Buffer.from(Array.from({ length: 1_024 }, (_, index) => index % 256));

export type BackupScene = Awaited<ReturnType<typeof openBackupScene>>;

/** A record with something in every kind of table, empty databases, and a folder for backups. */
export async function openBackupScene() {
  const home = await mkdtemp(join(tmpdir(), "openremit-backup-"));
  const opened: Database[] = [];

  async function openEmpty(): Promise<Database> {
    const database = openDatabase(await freshDatabaseUrl());
    opened.push(database);
    return database;
  }

  const source = await openEmpty();
  await migrateToLatest(source);
  await claimMode(source, "simulated");
  await fill(source);

  return {
    source,
    openEmpty,
    path: (name: string) => join(home, name),
    async backUp(name: string, { mode = "simulated", beside = {} }: BackUpOptions = {}) {
      const view = await openBackup(source);
      const folder = join(home, name);
      const clock = { now: () => new Date("2026-11-23T12:00:00.000Z") };
      const tables: string[] = [];
      const onTable = (table: string) => void tables.push(table);
      const manifest = await writeBackup({ view, mode, folder, beside, clock, onTable }).finally(view.close);
      return { folder, manifest, tables };
    },
    async restore(folder: string, database: Database): Promise<void> {
      const manifest = await readBackup(folder, () => undefined);
      await restoreBackup({ folder, manifest, database, onTable: () => undefined });
    },
    async close(): Promise<void> {
      await Promise.all(opened.map((database) => database.close()));
      await rm(home, { recursive: true, force: true });
    },
  };
}

interface BackUpOptions {
  readonly mode?: Mode;
  readonly beside?: Readonly<Record<string, string>>;
}

async function fill(database: Database): Promise<void> {
  const issue = { source: "acme", code: "unknown_pay_in", subject: "CRYPTO", detail: awkward };
  for (const [month, rate] of [
    ["09", "10.70"],
    ["10", "10.75"],
    ["11", "10.80"],
  ] as const) {
    const at = `2026-${month}-20T12:00:00Z`;
    const quote = buildQuote({ rate, observedAt: at, fetchedAt: at, payInCode: awkward });
    const run = { fetchedAt: new Date(at).toISOString() };
    await recordRun(database, buildQuotesJob({ run, quotes: [quote], issues: [issue] }));
  }
  await recordRun(database, buildRatesJob({ rates: [buildRate({ value: "10.81230000000000000001" })] }));
  await saveSnapshot(database, snapshotOf(everyByte));
  await pauseSource(database, "acme", awkward, new Date("2026-11-20T13:00:00Z"));
  await recordRefusedPayload(database, {
    queue: "record",
    jobId: "1",
    source: "acme",
    payload: { awkward },
    reason: awkward,
    refusedAt: new Date("2026-11-20T13:00:00Z"),
  });
}
