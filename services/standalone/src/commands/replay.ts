import { dirname } from "node:path";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { runProcess } from "@openremit/shared/runtime";
import { parseCommandLine, parseStandaloneEnvironment } from "../environment.ts";
import { loadManifest } from "../replay/load-manifest.ts";
import { replayAll } from "../replay/replay-all.ts";
import { createTerminal } from "../terminal.ts";
import { runWithStores } from "./run-with-stores.ts";

const usage = "npm run replay -- <manifest.json>";

/** `npm run replay -- <manifest.json>`: feeds recorded answers into the real database, as of the time they were fetched. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 1);
  const path = line.words[0];
  if (path === undefined) throw new ConfigError(`which manifest? Usage: ${usage}`);
  const { say } = createTerminal(process.stdout, () => performance.now());
  const env = parseStandaloneEnvironment(process.env);
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const { entries } = await loadManifest(path);
  await runWithStores({ env, mode: "real", name: "replay", say }, async (stores, stopping) => {
    const failed = await replayAll(entries, dirname(path), { catalog, stores, say, stopping });
    if (failed > 0) process.exitCode = 1;
  });
});
