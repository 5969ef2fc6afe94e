import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { runProcess, systemClock } from "@openremit/shared/runtime";
import type { Stores } from "@openremit/shared/storage";
import { modeOf, parseStandaloneEnvironment } from "../environment.ts";
import { createTerminal } from "../terminal.ts";
import type { ModeOption } from "./options.ts";
import { runProgram } from "./run-program.ts";
import { runWithStores } from "./run-with-stores.ts";
import { checkSource } from "./source/check-source.ts";
import { collectSource } from "./source/collect-source.ts";
import { findSource } from "./source/find-source.ts";
import { listSources } from "./source/list-sources.ts";
import { listPaused, resume } from "./source/pauses.ts";
import { createProgram } from "./source/program.ts";
import type { SourceTool } from "./source/source-tool.ts";

/** `npm run source -- list | paused | resume <key> | check <key> | collect <key>`: `--help` says more. */
await runProcess(async () => {
  const env = parseStandaloneEnvironment(process.env);
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const toolFor = (option: ModeOption): SourceTool => {
    return { env, catalog, mode: modeOf(option, env), clock: systemClock, terminal };
  };
  const withStores = (tool: SourceTool, work: (stores: Stores) => Promise<void>) =>
    runWithStores({ env, mode: tool.mode, name: "source", say: terminal.say }, work);
  const exitWith = (isGood: boolean) => {
    if (!isGood) process.exitCode = 1;
  };

  const program = createProgram({
    async list(options) {
      const tool = toolFor(options);
      if (options.offline) return listSources(tool, null);
      let isOpen = false;
      const listing = withStores(tool, async ({ database }) => {
        isOpen = true;
        await listSources(tool, database);
      });
      await listing.catch(async (error: unknown) => {
        if (isOpen || !(error instanceof ConfigError)) throw error;
        terminal.say(error.message);
        await listSources(tool, null);
      });
    },
    async paused(options) {
      const tool = toolFor(options);
      await withStores(tool, (stores) => listPaused(tool, stores));
    },
    async resume(key, options) {
      const tool = toolFor(options);
      const found = findSource(catalog, key);
      await withStores(tool, (stores) => resume(found, tool, stores));
    },
    async check(key, options) {
      const tool = toolFor(options);
      const found = findSource(catalog, key);
      const wishes = { withTests: options.tests, fixtures: options.fixtures };
      if (tool.mode === "simulated") return exitWith(await checkSource(found, wishes, tool, null));
      await withStores(tool, async (stores) => exitWith(await checkSource(found, wishes, tool, stores)));
    },
    async collect(key, options, wishes) {
      const tool = toolFor(options);
      const found = findSource(catalog, key);
      // A pause and the day's count are kept in the stores: nobody is asked in earnest without looking there.
      const needsStores = !wishes.dryRun || tool.mode === "real";
      if (!needsStores) return exitWith(await collectSource(found, wishes, tool, null));
      await withStores(tool, async (stores) => exitWith(await collectSource(found, wishes, tool, stores)));
    },
  });
  await runProgram(program, process.argv);
});
