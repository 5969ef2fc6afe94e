import { parseArgs } from "node:util";
import { releasableDay } from "@openremit/publisher";
import { loadCatalog } from "@openremit/shared/catalog";
import { ConfigError, OpenRemitError } from "@openremit/shared/domain";
import { createLogger, noTracer, runProcess, systemClock } from "@openremit/shared/runtime";
import { composePublisher } from "../compose.ts";
import { modeOf, parseStandaloneEnvironment } from "../environment.ts";
import { followRelease } from "../release/follow-release.ts";
import { releaseSummary } from "../release/release-summary.ts";
import { createTerminal } from "../terminal.ts";
import { runWithStores } from "./run-with-stores.ts";

const usage = "npm run release -- [--real] --as-of <day>";

/** `npm run release -- --as-of <date>`: a frozen version of the data as they were known at the end of that day (UTC). */
await runProcess(async () => {
  const line = parseLine(process.argv.slice(2));
  const env = parseStandaloneEnvironment(process.env);
  const mode = modeOf(line, env);
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const terminal = createTerminal(process.stdout, () => performance.now());
  const logger = createLogger("release", { level: "warn" });
  const where = { env, mode, name: "release", say: terminal.say };
  await runWithStores(where, async (_stores, stopping, servers) => {
    const startPublisher = async () => {
      const publisher = composePublisher({ env, mode, catalog, servers, logger, tracer: noTracer });
      await publisher.start();
      return publisher;
    };
    const made = await followRelease(line.asOf, { redisUrl: servers.redisUrl, terminal, startPublisher, stopping });
    for (const text of releaseSummary(made)) terminal.say(`  ${text}`);
  });
});

function parseLine(args: readonly string[]): { readonly real: boolean; readonly asOf: string } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { real: { type: "boolean", default: false }, "as-of": { type: "string" } },
    });
    const asOf = values["as-of"];
    if (asOf === undefined) throw new ConfigError("the release of which day?");
    return { real: values.real, asOf: releasableDay(asOf, systemClock.now()) };
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    const problem = cause instanceof OpenRemitError ? cause.message : cause.message.split(". ")[0];
    const [end] = /[.?!]$/.exec(problem ?? "") ?? [null];
    throw new ConfigError(`${problem}${end === null ? "." : ""} Usage: ${usage}`, { cause });
  }
}
