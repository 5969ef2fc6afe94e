import { type SpawnOptions, spawn } from "node:child_process";
import { once } from "node:events";
import { ConfigError } from "@openremit/shared/domain";

const keptOutputBytes = 4_000;
const readyDeadlineMs = 30_000;

/** How a kind of server is told to end, and how long that may take before it is killed. */
export interface WayToStop {
  readonly signal: NodeJS.Signals;
  readonly deadlineMs: number;
}

/** A server program that was started here. */
export interface ServerProcess {
  /** Undefined where the program could not be run. */
  readonly pid: number | undefined;
  /** The end of what it said. */
  lastWords(): string;
  hasEnded(): boolean;
  signal(signal: NodeJS.Signals): void;
  /** Asks it to end, and insists after a while. */
  stop(): Promise<void>;
}

export interface ServerOptions extends SpawnOptions {
  /** What it reads on its standard input. */
  readonly input: string;
  readonly wayToStop: WayToStop;
}

/**
 * Starts a server in a process group of its own, so that Ctrl-C in a terminal reaches only us and the parts above it
 * can finish their work before their databases go.
 */
export function startServerProcess(
  program: string,
  args: readonly string[],
  { input, wayToStop, ...options }: ServerOptions,
): ServerProcess {
  const child = spawn(program, args, { ...options, stdio: ["pipe", "pipe", "pipe"], detached: true });
  let words = "";
  const keep = (chunk: Buffer) => {
    words = (words + chunk.toString("utf8")).slice(-keptOutputBytes);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  child.on("error", (error) => keep(Buffer.from(error.message)));
  child.stdin.on("error", () => undefined).end(input);
  const hasEnded = () => child.pid === undefined || child.exitCode !== null || child.signalCode !== null;
  return {
    pid: child.pid,
    lastWords: () => words.trim(),
    hasEnded,
    signal: (signal) => void child.kill(signal),
    async stop() {
      if (hasEnded()) return;
      const ended = once(child, "exit");
      child.kill(wayToStop.signal);
      const insist = setTimeout(() => child.kill("SIGKILL"), wayToStop.deadlineMs);
      await ended;
      clearTimeout(insist);
    },
  };
}

/**
 * Tries until the server answers. One that dies or stays silent is a ConfigError with its last words; when aborted, the
 * signal's reason is thrown. In any such case, and when `isReady` throws, the server is stopped.
 */
export async function waitUntilReady(
  name: string,
  server: ServerProcess,
  isReady: () => Promise<boolean>,
  stopping?: AbortSignal,
): Promise<void> {
  const started = performance.now();
  let isUp = false;
  try {
    while (!stopping?.aborted && !server.hasEnded() && performance.now() - started < readyDeadlineMs) {
      isUp = await isReady();
      if (isUp) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  } finally {
    if (!isUp) await server.stop();
  }
  stopping?.throwIfAborted();
  throw new ConfigError(`${name} did not start: ${server.lastWords() || "it said nothing"}`);
}
