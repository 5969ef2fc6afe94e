import { runProcess } from "@openremit/shared/runtime";
import { rebuildLatest } from "@openremit/shared/storage";
import { modeOf, parseCommandLine, parseStandaloneEnvironment } from "../environment.ts";
import { createTerminal } from "../terminal.ts";
import { runWithStores } from "./run-with-stores.ts";

/** `npm run rebuild:latest [-- --real]`: makes the projection in Redis again from the record in PostgreSQL. */
await runProcess(async () => {
  const line = parseCommandLine(process.argv.slice(2), "npm run rebuild:latest [-- --real]", 0);
  const env = parseStandaloneEnvironment(process.env);
  const mode = modeOf(line, env);
  const terminal = createTerminal(process.stdout, () => performance.now());
  await runWithStores({ env, mode, name: "rebuild-latest", say: terminal.say }, async (stores) => {
    const rebuilt = await terminal.step("Rebuilt", () => rebuildLatest(stores.database, stores.latest));
    const { corridors, entries, rates } = rebuilt;
    terminal.say(`  ${corridors} corridors with ${entries} visits, and ${rates} reference rates`);
  });
});
