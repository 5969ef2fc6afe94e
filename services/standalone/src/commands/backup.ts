import { resolve } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { releasesDirectory, runProcess, systemClock } from "@openremit/shared/runtime";
import { openBackup, openDatabase } from "@openremit/shared/storage";
import { writeBackup } from "../backup/write-backup.ts";
import { modeOf, parseCommandLine, parseStandaloneEnvironment } from "../environment.ts";
import { createTerminal } from "../terminal.ts";
import { runWithServers } from "./run-with-servers.ts";

const usage = "npm run backup -- <folder> [--real]";

/** `npm run backup -- <folder>`: the whole record with its snapshots, config and releases, in a new folder. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 1);
  const [word] = line.words;
  if (word === undefined) throw new ConfigError(`where to? Usage: ${usage}`);
  const folder = resolve(word);
  const env = parseStandaloneEnvironment(process.env);
  const mode = modeOf(line, env);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const where = { env, mode, name: "backup", say: terminal.say };
  await runWithServers(where, async ({ databaseUrl }, stopping) => {
    const database = openDatabase(databaseUrl, { poolSize: 1, applicationName: "openremit backup" });
    try {
      const view = await openBackup(database);
      const progress = terminal.progress("Tables", view.tables.length);
      const beside = {
        config: resolve(env.OPENREMIT_CONFIG_DIR),
        releases: releasesDirectory(env, mode),
      };
      const onTable = progress.advance;
      const keeping = writeBackup({ view, mode, folder, beside, clock: systemClock, onTable, stopping });
      const kept = await keeping.finally(progress.done).finally(view.close);
      const bytes = kept.files.reduce((sum, file) => sum + file.bytes, 0);
      terminal.say(
        `  ✓ ${kept.tables.length} tables and ${kept.files.length - kept.tables.length} files, ${bytes} bytes: ${folder}`,
      );
    } finally {
      await database.close();
    }
  });
});
