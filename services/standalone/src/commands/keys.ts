import { runProcess, systemClock } from "@openremit/shared/runtime";
import { modeOf, parseStandaloneEnvironment } from "../environment.ts";
import { createTerminal } from "../terminal.ts";
import { createKeyActions } from "./keys/key-actions.ts";
import { createKeysProgram } from "./keys/program.ts";
import { runProgram } from "./run-program.ts";
import { runWithStores } from "./run-with-stores.ts";

/** `npm run keys -- create | list | revoke <id> | rotate <id>`: `--help` says more. */
await runProcess(async () => {
  const env = parseStandaloneEnvironment(process.env);
  const { say } = createTerminal(process.stdout, () => performance.now());
  const actions = createKeyActions({
    withDatabase: (option, work) =>
      runWithStores({ env, mode: modeOf(option, env), name: "keys", say }, ({ database }) => work(database)),
    clock: systemClock,
    say,
  });
  await runProgram(createKeysProgram(actions), process.argv);
});
