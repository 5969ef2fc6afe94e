import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { ConfigError } from "@openremit/shared/domain";

const keptOutputBytes = 4_000;

/** A server program that was started here, with the last words it said. */
export interface ServerProcess {
  readonly child: ChildProcess;
  lastWords(): string;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in a terminal reaches only us and the parts above it
 * can finish their work before their databases go.
 */
export function startServerProcess(program: string, args: readonly string[], options: SpawnOptions): ServerProcess {
  const child = spawn(program, args, { ...options, stdio: ["pipe", "pipe", "pipe"], detached: true });
  let words = "";
  const keep = (chunk: Buffer) => {
    words = (words + chunk.toString("utf8")).slice(-keptOutputBytes);
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  child.on("error", (error) => keep(Buffer.from(error.message)));
  return { child, lastWords: () => words.trim() };
}

/** Tries until the server answers; a server that dies or stays silent is a ConfigError with its last words. */
export async function waitUntilReady(
  name: string,
  server: ServerProcess,
  isReady: () => Promise<boolean>,
): Promise<void> {
  const deadlineMs = 30_000;
  const started = performance.now();
  while (performance.now() - started < deadlineMs) {
    if (await isReady()) return;
    if (server.child.exitCode !== null || server.child.pid === undefined) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new ConfigError(`${name} did not start: ${server.lastWords() || "it said nothing"}`);
}

/** Asks a server to end, and insists after a while. */
export async function stopServerProcess(
  server: ServerProcess,
  signal: NodeJS.Signals,
  deadlineMs: number,
): Promise<void> {
  const { child } = server;
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill(signal);
  const insist = setTimeout(() => child.kill("SIGKILL"), deadlineMs);
  await ended;
  clearTimeout(insist);
}
