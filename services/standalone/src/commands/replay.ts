import { dirname } from "node:path";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { createLogger, runProcess } from "@openremit/shared/runtime";
import { parseCommandLine, readStandaloneEnvironment } from "../environment.ts";
import { openServersOf, openStoresOf } from "../open-mode.ts";
import { loadManifest } from "../replay/load-manifest.ts";
import { replayAll } from "../replay/replay-all.ts";
import { createTerminal } from "../terminal.ts";

const usage = "npm run replay -- <manifest.json>";

/** `npm run replay -- <manifest.json>`: feeds recorded answers into the real database, as of the time they were fetched. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 1);
  const path = line.words[0];
  if (path === undefined) throw new ConfigError(`which manifest? Usage: ${usage}`);
  const { say } = createTerminal(process.stdout, () => performance.now());
  const env = readStandaloneEnvironment(process.env);
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const entries = await loadManifest(path);
  const servers = await openServersOf(env, "real", process.env.PATH ?? "", say);
  try {
    const stores = await openStoresOf(servers, "real", "replay", createLogger("replay", { level: "warn" }));
    try {
      const failed = await replayAll(entries, dirname(path), { catalog, stores, say });
      if (failed > 0) process.exitCode = 1;
    } finally {
      await stores.close();
    }
  } finally {
    await servers.stop();
  }
});
