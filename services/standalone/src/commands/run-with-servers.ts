import { createLifecycle, createLogger, type Mode, type Part, stopOnSignals } from "@openremit/shared/runtime";
import type { Servers } from "../embedded/index.ts";
import type { StandaloneEnvironment } from "../environment.ts";
import { modeDirectory, openServersOf } from "../open-mode.ts";
import { once, partOf } from "../parts.ts";

export interface CommandWork {
  readonly env: StandaloneEnvironment;
  readonly mode: Mode;
  /** The command, as PostgreSQL and Redis list it. */
  readonly name: string;
  readonly say: (line: string) => void;
}

const stopDeadlineMs = 4_500;

/**
 * Does something with the servers of a mode: opens them, works, and closes them again, also when the work fails, or when a
 * signal ends it (then the exit code is not 0: what was asked is not done).
 */
export async function runWithServers(
  command: CommandWork,
  work: (servers: Servers, stopping: AbortSignal | undefined) => Promise<void>,
): Promise<void> {
  const { name } = command;
  const servers = once((stopping) => openServersFor(command, stopping));
  await runParts(name, [
    partOf("Redis and PostgreSQL", servers),
    { name, start: async (stopping) => work(await servers(), stopping), stop: async () => undefined },
  ]);
}

/** Opens the servers, and says which database it is: with a variable unset it is another one, and looks as good. */
export async function openServersFor(
  { env, mode, say }: CommandWork,
  stopping: AbortSignal | undefined,
): Promise<Servers> {
  const servers = await openServersOf(env, mode, { searchPath: process.env.PATH ?? "", say, stopping });
  const { host, pathname, searchParams } = new URL(servers.databaseUrl);
  const why = env.DATABASE_URL === undefined ? `of ${modeDirectory(env, mode)}` : "named by DATABASE_URL";
  say(`  Database ${host || (searchParams.get("host") ?? "")}${pathname}, ${why}`);
  return servers;
}

/** Starts the parts of a command, the last of which is its work, and stops them. */
export async function runParts(name: string, parts: readonly Part[]): Promise<void> {
  const lifecycle = createLifecycle(parts, { stopDeadlineMs, logger: createLogger(name, { level: "warn" }) });
  const forget = stopOnSignals(lifecycle, {
    on: (signal, listener) => process.on(signal, listener),
    off: (signal, listener) => process.off(signal, listener),
    exit: (code) => process.exit(code === 0 ? 1 : code),
  });
  await lifecycle.start();
  const { clean } = await lifecycle.stop();
  forget();
  if (!clean) process.exitCode = 1;
}
