import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { createLogger, runProcess, systemClock } from "@openremit/shared/runtime";
import { parseCommandLine, readStandaloneEnvironment } from "../environment.ts";
import { importHistory } from "../import/import-history.ts";
import { loadHistory } from "../import/load-history.ts";
import { openServersOf, openStoresOf } from "../open-mode.ts";
import { createTerminal } from "../terminal.ts";

const usage = "npm run rates:import -- <eurofxref-hist.csv|xml>";

/** `npm run rates:import -- <file>`: the ECB's rates since 1999 into the real database, from its own history file. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 1);
  const path = line.files[0];
  if (path === undefined) throw new ConfigError(`which file? Usage: ${usage}`);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const env = readStandaloneEnvironment(process.env);
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const history = await terminal.step("File read", () => loadHistory(path, systemClock.now()));
  const servers = await openServersOf(env, "real", process.env.PATH ?? "", terminal.say);
  try {
    const stores = await openStoresOf(servers, "real", "import-rates", createLogger("import-rates", { level: "warn" }));
    try {
      const showProgress = (years: number) => terminal.progress("Recording years", years);
      const done = await terminal.step("Recorded", () => importHistory(history, { catalog, stores, showProgress }));
      terminal.say(`  ${done.read} rates read: ${done.stored} stored, ${done.known} known already`);
      if (done.revised > 0) terminal.say(`  ${done.revised} differ from what was known and are kept as revisions`);
      if (done.refused > 0) terminal.say(`  ${done.refused} refused: see the issues of the source ecb`);
    } finally {
      await stores.close();
    }
  } finally {
    await servers.stop();
  }
});
