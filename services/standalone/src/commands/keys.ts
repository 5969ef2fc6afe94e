import { runProcess, systemClock } from "@openremit/shared/runtime";
import { parseStandaloneEnvironment } from "../environment.ts";
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
    withDatabase: ({ real }, work) => {
      const mode = real ? "real" : env.OPENREMIT_MODE;
      const opening = { env, mode, name: "keys", searchPath: process.env.PATH ?? "", say } as const;
      return runWithStores(opening, ({ database }) => work(database));
    },
    clock: systemClock,
    say,
  });
  await runProgram(createKeysProgram(actions), process.argv);
});
