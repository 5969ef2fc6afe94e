import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { importSurvey } from "@openremit/publisher";
import { loadCatalog } from "@openremit/shared/catalog";
import type { Database } from "@openremit/shared/storage";
import { z } from "zod";

const { countries } = loadCatalog("config");

const imported = z.object({ seconds: z.number(), peakMb: z.number(), rows: z.number(), stored: z.number() });
export type Imported = Omit<z.infer<typeof imported>, "peakMb">;

/** Runs on the built packages, as people's commands do: a loader of sources would count as time and memory. */
const program = `
import { importSurvey } from "@openremit/publisher";
import { loadCatalog } from "@openremit/shared/catalog";
import { openDatabase } from "@openremit/shared/storage";
const [path, databaseUrl] = process.argv.slice(1);
const { countries } = loadCatalog("config");
const database = openDatabase(databaseUrl);
await database.pool.query("select 1");
const startedAt = performance.now();
const context = { database, countries, tellDone: () => undefined };
const { file } = await importSurvey({ path, name: "bench" }, context);
const seconds = (performance.now() - startedAt) / 1000;
await database.close();
const peakMb = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ seconds, peakMb, rows: file.rowsRead, stored: file.servicesStored }));
`;

/** Compiles what `importFile` runs. */
export async function buildImporter(): Promise<void> {
  await promisify(execFile)(process.execPath, ["node_modules/typescript/bin/tsc", "-b", "workers/publisher"]);
}

/** Imports one file in a process of its own: seconds from the open database to the commit, and memory at its peak. */
export async function importFile(path: string, databaseUrl: string): Promise<z.infer<typeof imported>> {
  const words = ["--input-type=module", "--eval", program, path, databaseUrl];
  const { stdout } = await promisify(execFile)(process.execPath, words);
  return imported.parse(JSON.parse(stdout));
}

/** Imports one file in this process: seconds to the commit. */
export async function importHere(path: string, database: Database): Promise<Imported> {
  const context = { database, countries, tellDone: () => undefined };
  const startedAt = performance.now();
  const { file } = await importSurvey({ path, name: "bench" }, context);
  const seconds = (performance.now() - startedAt) / 1_000;
  return { seconds, rows: file.rowsRead, stored: file.servicesStored };
}
