import { join, resolve } from "node:path";
import { ConfigError } from "@openremit/shared/domain";
import { createLogger, releasesDirectory, runProcess } from "@openremit/shared/runtime";
import { openDatabase, rebuildLatest } from "@openremit/shared/storage";
import { findDifferentFiles } from "../backup/different-files.ts";
import { readBackup } from "../backup/read-backup.ts";
import { restoreBackup } from "../backup/restore-backup.ts";
import { restoreReleases } from "../backup/restore-releases.ts";
import { parseCommandLine, parseStandaloneEnvironment } from "../environment.ts";
import { openStoresOf } from "../open-mode.ts";
import { createTerminal } from "../terminal.ts";
import { runWithServers } from "./run-with-servers.ts";

const usage = "npm run restore -- <folder>";

/**
 * `npm run restore -- <folder>`: a backup into an empty database, of the mode it was made in, and its releases beside those
 * that are there; then what is derived from the record is made again. Config is compared and left alone: it belongs to
 * whoever runs this copy.
 */
await runProcess(async () => {
  const { words } = parseCommandLine(process.argv.slice(2), usage, 1);
  if (words[0] === undefined) throw new ConfigError(`which backup? Usage: ${usage}`);
  const folder = resolve(words[0]);
  const env = parseStandaloneEnvironment(process.env);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const manifest = await terminal.step("Every file is as it was kept", () => readBackup(folder, () => undefined));
  const { mode, tables } = manifest;
  terminal.say(`  ${mode} data of ${manifest.madeAt}, made by OpenRemit ${manifest.openremit}`);
  const where = { env, mode, name: "restore", say: terminal.say };
  await runWithServers(where, async (servers, stopping) => {
    const database = openDatabase(servers.databaseUrl, { poolSize: 1, applicationName: "openremit restore" });
    const progress = terminal.progress("Tables", tables.length);
    try {
      await restoreBackup({ folder, manifest, database, onTable: progress.advance, stopping });
    } finally {
      progress.done();
      await database.close();
    }
    terminal.say(`  ✓ ${tables.length} tables, each with the rows and the hash that were kept`);
    await bringReleases(join(folder, "releases"), releasesDirectory(env, mode), terminal.say);
    const stores = await openStoresOf(servers, mode, "restore", createLogger("restore", { level: "warn" }));
    const rebuilt = await rebuildLatest(stores.database, stores.latest).finally(stores.close);
    terminal.say(
      `  ✓ Redis: ${rebuilt.corridors} corridors, ${rebuilt.entries} visits, ${rebuilt.rates} reference rates`,
    );
  });
  const different = await findDifferentFiles(join(folder, "config"), resolve(env.OPENREMIT_CONFIG_DIR));
  if (different.length > 0) {
    terminal.say(`  ! ${different.length} files of config are not as they were kept, such as ${different[0]}.`);
    terminal.say(`    To take the backup's: cp -r ${join(folder, "config")}/. ${env.OPENREMIT_CONFIG_DIR}`);
  }
});

/** The tables are in place by now: what goes wrong here is said, with the way to do it by hand. */
async function bringReleases(from: string, to: string, say: (line: string) => void): Promise<void> {
  try {
    const { copied, stood, different } = await restoreReleases(from, to);
    say(`  ✓ ${copied.length} releases, and ${stood.length} that stood there already: ${to}`);
    if (different.length === 0) return;
    say(`  ! ${different.length} stand there with other bytes, and were left alone: ${different.join(", ")}`);
  } catch (error) {
    process.exitCode = 1;
    say(`  ✗ releases: ${error instanceof Error ? error.message : String(error)}`);
    say(`    Once this user may write to ${to}: cp -rn ${from}/. ${to}`);
  }
}
