import { recordRunJob } from "@openremit/recorder";
import { runProcess, systemClock } from "@openremit/shared/runtime";
import { modeOf, parseStandaloneEnvironment } from "../environment.ts";
import { createTerminal } from "../terminal.ts";
import { createReportsProgram } from "./reports/program.ts";
import { createReportActions } from "./reports/report-actions.ts";
import { runProgram } from "./run-program.ts";
import { runWithStores } from "./run-with-stores.ts";

/** `npm run reports -- list | show | confirm | reject | correct | erase <id>`: `--help` says more. */
await runProcess(async () => {
  const env = parseStandaloneEnvironment(process.env);
  const { say } = createTerminal(process.stdout, () => performance.now());
  const actions = createReportActions({
    withStores: (option, work) => runWithStores({ env, mode: modeOf(option, env), name: "reports", say }, work),
    record: recordRunJob,
    clock: systemClock,
    say,
  });
  await runProgram(createReportsProgram(actions), process.argv);
});
