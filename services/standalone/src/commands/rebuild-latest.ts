import { createLogger, runProcess } from "@openremit/shared/runtime";
import { rebuildLatest } from "@openremit/shared/storage";
import { modeOf, parseCommandLine, readStandaloneEnvironment } from "../environment.ts";
import { openServersOf, openStoresOf } from "../open-mode.ts";
import { createTerminal } from "../terminal.ts";

/** `npm run rebuild:latest [-- --real]`: makes the projection in Redis again from the record in PostgreSQL. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), "npm run rebuild:latest [-- --real]", 0);
  const env = readStandaloneEnvironment(process.env);
  const mode = modeOf(line, env);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const servers = await openServersOf(env, mode, process.env.PATH ?? "", terminal.say);
  try {
    const stores = await openStoresOf(
      servers,
      mode,
      "rebuild-latest",
      createLogger("rebuild-latest", { level: "warn" }),
    );
    const rebuilt = await terminal.step("Rebuilt", () => rebuildLatest(stores.database, stores.latest));
    terminal.say(
      `  ${rebuilt.corridors} corridors with ${rebuilt.entries} visits, and ${rebuilt.rates} reference rates`,
    );
    await stores.close();
  } finally {
    await servers.stop();
  }
});
