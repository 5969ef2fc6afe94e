import { createLifecycle, createLogger, type Mode, type Part, stopOnSignals } from "@openremit/shared/runtime";
import type { Stores } from "@openremit/shared/storage";
import type { Servers } from "../embedded/index.ts";
import type { StandaloneEnvironment } from "../environment.ts";
import { openServersOf, openStoresOf } from "../open-mode.ts";
import { once, partOf } from "../parts.ts";

export interface StoresWork {
  readonly env: StandaloneEnvironment;
  readonly mode: Mode;
  /** The command, as PostgreSQL and Redis list it. */
  readonly name: string;
  readonly searchPath: string;
  readonly say: (line: string) => void;
}

const stopDeadlineMs = 4_500;

/**
 * Does something with the stores of a mode: opens the servers and the stores, works, and closes them again, also when
 * the work fails, or when a signal ends it (then the exit code is not 0: what was asked is not done).
 */
export async function runWithStores(
  { env, mode, name, searchPath, say }: StoresWork,
  work: (stores: Stores, stopping: AbortSignal | undefined, servers: Servers) => Promise<void>,
): Promise<void> {
  const logger = createLogger(name, { level: "warn" });
  const servers = once((stopping) => openServersOf(env, mode, { searchPath, say, stopping }));
  const stores = once(async () => openStoresOf(await servers(), mode, name, logger));
  const parts: Part[] = [
    partOf("Redis and PostgreSQL", servers),
    partOf("Tables", async () => ({ stop: (await stores()).close })),
    { name, start: async (stopping) => work(await stores(), stopping, await servers()), stop: async () => undefined },
  ];
  const lifecycle = createLifecycle(parts, { stopDeadlineMs, logger });
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
