import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { runProcess, systemClock } from "@openremit/shared/runtime";
import { type Database, readPauses, resumeSource } from "@openremit/shared/storage";
import { modeOf, parseCommandLine, parseStandaloneEnvironment } from "../environment.ts";
import { createTerminal, type Terminal } from "../terminal.ts";
import { runWithStores } from "./run-with-stores.ts";

const usage = "npm run source -- paused [--real], or npm run source -- resume <key> [--real]";

/** `npm run source`: which sources are paused and why, and the person's decision to ask one again. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 2);
  const [action, key] = line.words;
  const env = parseStandaloneEnvironment(process.env);
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const isKnown = key !== undefined && (catalog.quoteSources.has(key) || catalog.rateSources.has(key));
  if (action !== "paused" && action !== "resume") throw new ConfigError(`What to do? Usage: ${usage}`);
  if (action === "resume" && !isKnown) throw new ConfigError(`There is no source "${key ?? ""}" in config/sources.`);
  const mode = modeOf(line, env);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const searchPath = process.env.PATH ?? "";
  await runWithStores({ env, mode, name: "source", searchPath, say: terminal.say }, async ({ database }) => {
    if (key !== undefined && action === "resume") await resume(key, database, terminal);
    else await listPaused(database, terminal);
  });
});

async function listPaused(database: Database, terminal: Terminal): Promise<void> {
  const pauses = await readPauses(database);
  if (pauses.size === 0) terminal.say("No source is paused.");
  for (const [source, { pausedAt, reason }] of pauses) terminal.say(`${source}: paused since ${pausedAt}: ${reason}`);
}

async function resume(source: string, database: Database, terminal: Terminal): Promise<void> {
  const wasPaused = (await readPauses(database)).has(source);
  await resumeSource(database, source, systemClock.now());
  terminal.say(wasPaused ? `${source} is asked again from its next visit on.` : `${source} is not paused.`);
}
