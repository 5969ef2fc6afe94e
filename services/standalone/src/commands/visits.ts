import { runProcess, systemClock } from "@openremit/shared/runtime";
import { modeOf, parseStandaloneEnvironment } from "../environment.ts";
import { createTerminal } from "../terminal.ts";
import { runProgram } from "./run-program.ts";
import { runWithStores } from "./run-with-stores.ts";
import { createVisitsProgram } from "./visits/program.ts";
import { createVisitActions } from "./visits/visit-actions.ts";

/** `npm run visits -- list | show | accept | refuse <id>`: `--help` says more. */
await runProcess(async () => {
  const env = parseStandaloneEnvironment(process.env);
  const { say } = createTerminal(process.stdout, () => performance.now());
  const actions = createVisitActions({
    withDatabase: (option, work) =>
      runWithStores({ env, mode: modeOf(option, env), name: "visits", say }, ({ database }) => work(database)),
    clock: systemClock,
    say,
  });
  await runProgram(createVisitsProgram(actions), process.argv);
});
