import { chmod, mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Database, migrateToLatest, openDatabase } from "@openremit/shared/storage";
import { openServers } from "@openremit/standalone/embedded";
import { type Bench, type Measured, rounded } from "./report.ts";
import { copyBare, readRows } from "./survey/copy-bare.ts";
import { buildImporter, type Imported, importFile, importHere } from "./survey/import-file.ts";
import { writeLegacyCsv } from "./survey/legacy-csv.ts";
import { writeModernWorkbook } from "./survey/modern-workbook.ts";

const rounds = 5;
const ratioLimit = 3;
const workbookRows = 200_000;
const memoryLimitMb = 400;

/** A survey's file into PostgreSQL against a bare COPY of its rows, and the memory a large workbook takes. */
export const bench: Bench = async () => {
  await buildImporter();
  const directory = await mkdtemp(join(tmpdir(), "openremit-bench-"));
  try {
    await chmod(directory, 0o711);
    const servers = await openServers({
      directory,
      programHome: join(process.cwd(), ".data", "redis-server"),
      searchPath: process.env.PATH ?? "",
      redisUrl: undefined,
      databaseUrl: undefined,
      durable: true,
      say: (line) => process.stderr.write(`${line}\n`),
    });
    try {
      const database = openDatabase(servers.databaseUrl);
      await migrateToLatest(database);
      const figures = [
        ...(await measureRatio(directory, servers.databaseUrl, database)),
        ...(await measureMemory(directory, servers.databaseUrl, database)),
      ];
      await database.close();
      return figures;
    } finally {
      await servers.stop();
    }
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
};

/**
 * COPY and import take turns in one process, after one turn that does not count; the median of each counts, so that a
 * busy moment of the machine does not.
 */
async function measureRatio(directory: string, databaseUrl: string, database: Database): Promise<Measured[]> {
  const path = join(directory, "legacy.csv");
  await writeLegacyCsv(path);
  const parsed = await readRows(path);
  const copies: number[] = [];
  const withoutKeys: number[] = [];
  const imports: Imported[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    withoutKeys.push(await copyBare(database, parsed, "nothing"));
    copies.push(await copyBare(database, parsed, "all"));
    await emptyTables(database);
    imports.push(await importHere(path, database));
  }
  await emptyTables(database);
  const { seconds: cold } = await importFile(path, databaseUrl);
  const copy = middle(copies.slice(1));
  const whole = middle(imports.slice(1).map(({ seconds }) => seconds));
  const { rows = 0, stored = 0 } = imports[0] ?? {};
  return [
    { what: `bare COPY of ${stored} services`, value: `${rounded(copy, 2)} s`, target: "", holds: null },
    { what: `import of their ${rows} rows of CSV`, value: `${rounded(whole, 2)} s`, target: "", holds: null },
    {
      what: "ratio",
      value: rounded(whole / copy, 2),
      target: `≤ ${ratioLimit}`,
      holds: whole / copy <= ratioLimit,
    },
    {
      what: "ratio to a COPY into a table without key and index",
      value: rounded(whole / middle(withoutKeys.slice(1)), 2),
      target: "",
      holds: null,
    },
    { what: "the same import in a process just started", value: `${rounded(cold, 2)} s`, target: "", holds: null },
  ];
}

async function measureMemory(directory: string, databaseUrl: string, database: Database): Promise<Measured[]> {
  const path = join(directory, "modern.xlsx");
  await writeModernWorkbook(path, workbookRows);
  const megabytes = (await stat(path)).size / 1_048_576;
  await emptyTables(database);
  const { seconds, peakMb, rows, stored } = await importFile(path, databaseUrl);
  return [
    {
      what: `workbook of ${rows} rows (${rounded(megabytes, 0)} MB)`,
      value: `${rounded(seconds, 1)} s, ${stored} services`,
      target: `${workbookRows} rows`,
      holds: rows === workbookRows,
    },
    {
      what: "memory of the process at its peak",
      value: `${rounded(peakMb, 0)} MB`,
      target: `≤ ${memoryLimitMb} MB`,
      holds: peakMb <= memoryLimitMb,
    },
  ];
}

/** Only a bench may: the tables refuse it, so they are made anew. */
async function emptyTables({ pool }: Database): Promise<void> {
  await pool.query("alter table survey_services disable trigger all; alter table survey_files disable trigger all");
  await pool.query("truncate survey_services, survey_files");
  await pool.query("alter table survey_services enable trigger all; alter table survey_files enable trigger all");
}

function middle(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}
