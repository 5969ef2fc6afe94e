import { loadCatalog } from "@openremit/shared/catalog";
import { createQueue, defaultQueuePrefix, openQueueConnection, recordQueueName } from "@openremit/shared/queue";
import { type Logger, listen, type Mode, type Part } from "@openremit/shared/runtime";
import {
  composeCollector,
  composeComparison,
  composeFront,
  composeRecorder,
  composeSandbox,
  type Ground,
} from "./compose.ts";
import type { StandaloneEnvironment } from "./environment.ts";
import { openServersOf, openStoresOf } from "./open-mode.ts";
import { once, partOf, started } from "./parts.ts";
import type { Terminal } from "./terminal.ts";
import { createVisitCount } from "./visit-count.ts";

export interface StartOptions {
  readonly env: StandaloneEnvironment;
  readonly mode: Mode;
  readonly searchPath: string;
  /** Whether somebody insists on the port. */
  readonly portInsisted: boolean;
  readonly terminal: Terminal;
  readonly logger: Logger;
}

/** How long the address waits for the first collection. */
const firstCollectionMs = 90_000;

/**
 * Everything in one process, in the order in which one part needs another. Each step is said as it is done. With data
 * of an earlier start the address comes at once, and the collection goes on behind it.
 */
export function planParts({ env, mode, searchPath, portInsisted, terminal, logger }: StartOptions): Part[] {
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const visits = createVisitCount();
  const say = (line: string) => terminal.say(`    ${line}`);
  const servers = once((stopping) => openServersOf(env, mode, { searchPath, say, stopping }));
  const stores = once(async () => openStoresOf(await servers(), mode, "openremit", logger));
  const ground = once(async (): Promise<Ground> => {
    return { env, mode, catalog, logger, servers: await servers(), stores: await stores() };
  });
  const sandbox = once(() => started(composeSandbox(env, logger)));
  const comparison = once(async () => composeComparison(await ground()));
  const address = once(async () => {
    const front = composeFront(await ground(), await comparison());
    await front.api.part.start();
    const listening = await listen(front.listener, { host: "127.0.0.1", port: env.PORT, insisted: portInsisted });
    if (listening.movedFrom !== null) terminal.say(`    Port ${listening.movedFrom} is taken: using another one`);
    return listening;
  });
  const ready = async () => terminal.say(`Ready: ${(await address()).url}/`);

  const collect = async (stopping: AbortSignal | undefined) => {
    const isFirst = (await (await stores()).latest.readAll()).size === 0;
    const sandboxUrl = mode === "simulated" ? (await sandbox()).url : undefined;
    const collector = composeCollector(await ground(), sandboxUrl, visits.onVisit);
    const total = collector.tasks.length;
    if (total === 0) terminal.say('    No source is enabled: nothing is collected (config/sources, "enabled")');
    if (!isFirst) await ready();
    const progress = isFirst ? terminal.progress("Collecting", total) : null;
    if (progress) visits.listen(progress.advance);
    await collector.start(stopping);
    if (progress) {
      await visits.waitFor(total, firstCollectionMs, stopping);
      progress.done();
      await waitUntilRecorded((await servers()).redisUrl, stopping);
      terminal.say(`  ✓ ${visits.summary()}`);
      await ready();
    }
    return collector;
  };

  const step = (name: string, make: (stopping: AbortSignal | undefined) => Promise<{ stop(): Promise<void> }>) =>
    partOf(name, (stopping) => terminal.step(name, () => make(stopping)));
  return [
    step("Redis and PostgreSQL", servers),
    step("Tables", async () => ({ stop: (await stores()).close })),
    ...(mode === "simulated" ? [step("Simulated providers", sandbox)] : []),
    step("Recorder", async () => started(composeRecorder(await ground()))),
    step("Comparison", async () => started(await comparison())),
    step("API and page", address),
    partOf("Collector", collect),
  ];
}

/** Waits until the recorder has taken everything that was collected. */
async function waitUntilRecorded(redisUrl: string, stopping: AbortSignal | undefined): Promise<void> {
  const connection = openQueueConnection(redisUrl, "openremit-start");
  const queue = createQueue(recordQueueName, connection, defaultQueuePrefix);
  for (;;) {
    const counts = await queue.getJobCounts("waiting", "active");
    if ((counts.waiting ?? 0) + (counts.active ?? 0) === 0 || stopping?.aborted) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await queue.close();
  connection.disconnect();
}
