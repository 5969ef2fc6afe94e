import { runProcess, systemClock } from "@openremit/shared/runtime";
import { parseStandaloneEnvironment } from "../environment.ts";
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
    withDatabase: ({ real }, work) => {
      const mode = real ? "real" : env.OPENREMIT_MODE;
      const opening = { env, mode, name: "visits", searchPath: process.env.PATH ?? "", say } as const;
      return runWithStores(opening, ({ database }) => work(database));
    },
    clock: systemClock,
    say,
  });
  await runProgram(createVisitsProgram(actions), process.argv);
});
