import { ConfigError, InputError, NotCoveredError } from "@openremit/shared/domain";
import { type Command, CommanderError } from "commander";

/** Runs what was typed. What is wrong about it is a line and exit code 1; a bug shows its stack. */
export async function runProgram(program: Command, typed: readonly string[]): Promise<void> {
  try {
    await program.parseAsync(typed);
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode;
    else if (error instanceof InputError || error instanceof NotCoveredError) {
      throw new ConfigError(error.message, { cause: error });
    } else throw error;
  }
}
