import { createLogger } from "@openremit/shared/runtime";
import type { Stores } from "@openremit/shared/storage";
import type { Servers } from "../embedded/index.ts";
import { openStoresOf } from "../open-mode.ts";
import { once, partOf } from "../parts.ts";
import { type CommandWork, openServersFor, runParts } from "./run-with-servers.ts";

/**
 * Does something with the stores of a mode: opens the servers and the stores, works, and closes them again, also when
 * the work fails, or when a signal ends it (then the exit code is not 0: what was asked is not done).
 */
export async function runWithStores(
  command: CommandWork,
  work: (stores: Stores, stopping: AbortSignal | undefined, servers: Servers) => Promise<void>,
): Promise<void> {
  const { mode, name } = command;
  const logger = createLogger(name, { level: "warn" });
  const servers = once((stopping) => openServersFor(command, stopping));
  const stores = once(async () => openStoresOf(await servers(), mode, name, logger));
  await runParts(name, [
    partOf("Redis and PostgreSQL", servers),
    partOf("Tables", async () => ({ stop: (await stores()).close })),
    { name, start: async (stopping) => work(await stores(), stopping, await servers()), stop: async () => undefined },
  ]);
}
