import { ConfigError } from "../domain/index.ts";

/** Runs a process's main function. A ConfigError is a line for the operator and exit code 1; anything else is a bug, and shows its stack. */
export async function runProcess(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
