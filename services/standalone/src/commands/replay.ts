import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { rateRowsOf } from "@openremit/collector";
import { recordRunJob } from "@openremit/recorder";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError, InputError, OpenRemitError } from "@openremit/shared/domain";
import { createLogger, runProcess } from "@openremit/shared/runtime";
import { type Stores, saveSnapshot } from "@openremit/shared/storage";
import { parseCommandLine, readStandaloneEnvironment } from "../environment.ts";
import { openServersOf, openStoresOf } from "../open-mode.ts";
import { parseManifest, type RecordedEntry } from "../replay/manifest.ts";
import { loadRecordedAnswer } from "../replay/recorded-answer.ts";
import { replayEntry } from "../replay/replay-entry.ts";
import { createTerminal, type Terminal } from "../terminal.ts";

const usage = "npm run replay -- <manifest.json>";

/** `npm run replay -- <manifest.json>`: feeds recorded answers into the real database, as of the time they were fetched. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 1);
  const path = line.files[0];
  if (path === undefined) throw new ConfigError(`which manifest? Usage: ${usage}`);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const env = readStandaloneEnvironment(process.env);
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const entries = await loadManifest(path);
  const servers = await openServersOf(env, "real", process.env.PATH ?? "", terminal.say);
  try {
    const stores = await openStoresOf(servers, "real", "replay", createLogger("replay", { level: "warn" }));
    try {
      const failed = await replayAll(entries, dirname(path), { catalog, stores, terminal });
      if (failed > 0) process.exitCode = 1;
    } finally {
      await stores.close();
    }
  } finally {
    await servers.stop();
  }
});

async function loadManifest(path: string): Promise<readonly RecordedEntry[]> {
  const text = await readFile(path, "utf8").catch((cause: unknown) => {
    throw new ConfigError(`${path} cannot be read. Usage: ${usage}`, { cause });
  });
  try {
    return parseManifest(text, path).entries;
  } catch (error) {
    throw error instanceof InputError ? new ConfigError(error.message, { cause: error }) : error;
  }
}

interface ReplayContext {
  readonly catalog: ReturnType<typeof loadCatalog>;
  readonly stores: Stores;
  readonly terminal: Terminal;
}

/** Replays entry by entry and says what became of each. Returns how many failed. */
async function replayAll(
  entries: readonly RecordedEntry[],
  directory: string,
  context: ReplayContext,
): Promise<number> {
  const { terminal } = context;
  let failed = 0;
  for (const entry of entries) {
    const name = `${entry.source} (${entry.file})`;
    try {
      terminal.say(await replayOne(entry, directory, context, name));
    } catch (error) {
      if (!(error instanceof OpenRemitError)) throw error;
      failed += 1;
      terminal.say(`  ✗ ${name}: ${error.message}`);
    }
  }
  terminal.say(`${entries.length} recorded answers, ${failed} failed`);
  return failed;
}

async function replayOne(
  entry: RecordedEntry,
  directory: string,
  context: ReplayContext,
  name: string,
): Promise<string> {
  const { catalog, stores } = context;
  const answer = await loadRecordedAnswer(directory, entry);
  const rateRows = rateRowsOf(await stores.latest.readRates());
  const replayed = replayEntry(entry, answer, { catalog, rateRows });
  if ("skipped" in replayed) return `  – ${name}: skipped, ${replayed.skipped}`;
  await saveSnapshot(stores.database, answer);
  const recorded = await recordRunJob(replayed.job, stores);
  const { quotes, rates, issues } = replayed.job;
  const what = rates.length > 0 ? `${rates.length} reference rates` : `${quotes.length} prices`;
  const news = recorded.inserted === 0 ? "known already" : `${recorded.inserted} new, ${recorded.revised} revised`;
  return `  ✓ ${name}: ${what}, ${news}${issues.map((issue) => `\n      set aside: ${issue.code} ${issue.subject}`).join("")}`;
}
