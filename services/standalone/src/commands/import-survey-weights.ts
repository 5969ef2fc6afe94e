import { importFlows } from "@openremit/publisher";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { runProcess, systemClock } from "@openremit/shared/runtime";
import { modeOf, parseCommandLine, parseStandaloneEnvironment } from "../environment.ts";
import { createTerminal } from "../terminal.ts";
import { runWithStores } from "./run-with-stores.ts";

const usage = "npm run survey:weights -- [--real] <matrix.csv>";

/** `npm run survey:weights -- <file>`: a bilateral remittance matrix, as weights of the survey's corridors. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 1);
  const path = line.words[0];
  if (path === undefined) throw new ConfigError(`which file? Usage: ${usage}`);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const env = parseStandaloneEnvironment(process.env);
  const { countries } = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const where = { env, mode: modeOf(line, env), name: "import-survey-weights", say: terminal.say };
  await runWithStores(where, async ({ database }) => {
    const context = { database, countries, clock: systemClock };
    const done = await terminal.step("Imported", () => importFlows(path, context));
    const what = done.isNew ? "stored" : "imported already: nothing changed";
    terminal.say(`  ${done.name}: ${done.flows.length} flows of ${done.year}, ${what}`);
    if (done.unknownNames.length > 0) terminal.say(`  left out, no country: ${done.unknownNames.join(", ")}`);
    terminal.say("  Source: World Bank and KNOMAD, Bilateral Remittance Matrix, CC BY 4.0");
  });
});
