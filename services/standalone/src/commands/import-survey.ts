import { basename } from "node:path";
import { downloadSurvey, importSurvey } from "@openremit/publisher";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError } from "@openremit/shared/domain";
import { createLogger, runProcess, systemClock } from "@openremit/shared/runtime";
import { modeOf, parseCommandLine, parseStandaloneEnvironment } from "../environment.ts";
import { surveySummary } from "../import/survey-summary.ts";
import { createTerminal } from "../terminal.ts";
import { runWithStores } from "./run-with-stores.ts";

const usage = "npm run survey:import -- [--real] <file.csv|file.xlsx|https://…>";
const steps = 100;

/**
 * `npm run survey:import -- <file|url>`: Remittance Prices Worldwide into the record. The survey is published history,
 * the same beside simulated prices and beside real ones, so it goes into the database of the mode in use.
 */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), usage, 1);
  const asked = line.words[0];
  if (asked === undefined) throw new ConfigError(`which file? Usage: ${usage}`);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const env = parseStandaloneEnvironment(process.env);
  const { countries } = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const mode = modeOf(line, env);
  const logger = createLogger("import-survey", { level: "warn" });
  const isUrl = /^https?:\/\//i.test(asked);
  const survey = isUrl
    ? await terminal.step("File fetched", () =>
        downloadSurvey(asked, { contact: env.OPENREMIT_CONTACT, logger, clock: systemClock, say: terminal.say }),
      )
    : { path: asked, name: basename(asked), remove: async () => undefined };
  try {
    const where = { env, mode, name: "import-survey", say: terminal.say };
    await runWithStores(where, async ({ database }, stopping) => {
      const progress = terminal.progress("Reading", steps);
      let step = 0;
      const tellDone = (share: number) => {
        stopping?.throwIfAborted();
        for (; step < Math.floor(share * steps); step += 1) progress.advance("%");
      };
      const context = { database, countries, tellDone };
      const imported = await terminal
        .step("Imported", () => importSurvey(survey, context))
        .finally(() => progress.done());
      for (const text of surveySummary(imported)) terminal.say(`  ${text}`);
    });
  } finally {
    await survey.remove();
  }
});
