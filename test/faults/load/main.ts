import { parseArgs } from "node:util";
import { z } from "zod";
import { judgeLoad, printLoad } from "./load-report.ts";
import { openLoadedSite } from "./open-site.ts";
import { runLoad } from "./run-load.ts";

/** `npm run load` loads API and site for ten minutes, `npm run load -- --minutes 1` for one, and prints what it saw. */
const { values } = parseArgs({ options: { minutes: { type: "string", default: "10" } } });
const minutes = z.coerce.number().positive().max(600).parse(values.minutes);

const site = await openLoadedSite({ corridors: 100, quotes: 50_000, isBuilt: true });
try {
  const report = await runLoad(site, {
    capacitySeconds: 24,
    steadySeconds: Math.ceil(minutes * 60),
    steadyShare: 0.7,
    steadyConnections: 64,
    overloadSeconds: 20,
    seed: 20_261_123,
    tellPhase: (phase) => process.stdout.write(`${phase} …\n`),
  });
  printLoad(report, minutes);
  if (judgeLoad(report).some(({ holds }) => !holds)) process.exitCode = 1;
} finally {
  await site.close();
}
