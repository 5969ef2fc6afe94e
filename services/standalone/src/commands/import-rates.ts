import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { runProcess, systemClock } from "@openremit/shared/runtime";
import { parseCommandLine, parseStandaloneEnvironment } from "../environment.ts";
import { importHistory } from "../import/import-history.ts";
import { loadHistory } from "../import/load-history.ts";
import { createTerminal } from "../terminal.ts";
import { runWithStores } from "./run-with-stores.ts";

const usage = "npm run rates:import -- <eurofxref-hist.csv|xml>";

/** `npm run rates:import -- <file>`: the ECB's rates since 1999 into the real database, from its own history file. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 1);
  const path = line.words[0];
  if (path === undefined) throw new ConfigError(`which file? Usage: ${usage}`);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const env = parseStandaloneEnvironment(process.env);
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const history = await terminal.step("File read", () => loadHistory(path, systemClock.now()));
  const where = { env, mode: "real", name: "import-rates", say: terminal.say } as const;
  await runWithStores(where, async (stores, stopping) => {
    const showProgress = (years: number) => terminal.progress("Recording years", years);
    const context = { catalog, stores, showProgress, stopping };
    const done = await terminal.step("Recorded", () => importHistory(history, context));
    terminal.say(`  ${done.read} rates read: ${done.stored} stored, ${done.known} known already`);
    if (done.revised > 0) terminal.say(`  ${done.revised} differ from what was known and are kept as revisions`);
    if (done.refused > 0) terminal.say(`  ${done.refused} refused: see the issues of the source ecb`);
  });
});
