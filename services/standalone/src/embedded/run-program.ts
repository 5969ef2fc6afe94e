import { type ExecFileOptions, execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const insistAfterMs = 2_000;

/**
 * Runs a program to its end. When aborted it is told to end, and this waits until it has, so that it writes nothing
 * afterwards; then the signal's reason is thrown.
 */
export async function runProgram(program: string, args: readonly string[], options: ExecFileOptions): Promise<void> {
  options.signal?.throwIfAborted();
  const running = run(program, args, options);
  const { child } = running;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  try {
    await running;
  } catch (error) {
    const insist = setTimeout(() => child.kill("SIGKILL"), insistAfterMs);
    if (child.pid !== undefined) await ended;
    clearTimeout(insist);
    options.signal?.throwIfAborted();
    throw error;
  }
}
