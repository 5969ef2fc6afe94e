import type { Collector } from "@openremit/collector";
import { loadCatalog } from "@openremit/shared/catalog";
import { createQueue, defaultQueuePrefix, openQueueConnection, recordQueueName } from "@openremit/shared/queue";
import { type Logger, listen, type Mode, type Part, type Tracer } from "@openremit/shared/runtime";
import {
  composeCollector,
  composeComparison,
  composeFront,
  composePublisher,
  composeRecorder,
  composeSandbox,
  type Ground,
} from "./compose.ts";
import type { StandaloneEnvironment } from "./environment.ts";
import { corridorsAsked, waitForAnswers } from "./first-answers.ts";
import { openServersOf, openStoresOf } from "./open-mode.ts";
import { once, partOf, started } from "./parts.ts";
import type { Progress, Terminal } from "./terminal.ts";
import { createVisitCount } from "./visit-count.ts";

export interface StartOptions {
  readonly env: StandaloneEnvironment;
  readonly mode: Mode;
  readonly searchPath: string;
  /** Whether somebody insists on the port. */
  readonly portInsisted: boolean;
  readonly terminal: Terminal;
  readonly logger: Logger;
  readonly tracer: Tracer;
}

/** How long the address waits for an answer in every corridor. */
const firstAnswersMs = 30_000;
/** How long the first collection is shown: a source that is paused or slow would hold the bar for ever. */
const firstCollectionMs = 600_000;

/**
 * Everything in one process, in the order in which one part needs another. Each step is said as it is done. The address
 * comes as soon as every corridor has an answer, with data of an earlier start at once; the collection goes on behind it.
 */
export function planParts({ env, mode, searchPath, portInsisted, terminal, logger, tracer }: StartOptions): Part[] {
  const catalog = loadCatalog(env.OPENREMIT_CONFIG_DIR);
  const visits = createVisitCount();
  const say = (line: string) => terminal.say(`    ${line}`);
  const servers = once((stopping) => openServersOf(env, mode, { searchPath, say, stopping }));
  const stores = once(async () => openStoresOf(await servers(), mode, "openremit", logger));
  const ground = once(async (): Promise<Ground> => {
    return { env, mode, catalog, logger, tracer, servers: await servers(), stores: await stores() };
  });
  const sandbox = once(() => started(composeSandbox(env, catalog, logger)));
  const comparison = once(async () => composeComparison(await ground()));
  const address = once(async () => {
    const front = composeFront(await ground(), await comparison());
    for (const part of front.parts) await part.start();
    const listening = await listen(front.listener, { host: "127.0.0.1", port: env.PORT, insisted: portInsisted });
    if (listening.movedFrom !== null) terminal.say(`    Port ${listening.movedFrom} is taken: using another one`);
    const stop = async () => {
      await listening.stop();
      for (const part of front.parts) await part.stop();
    };
    return { ...listening, stop };
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
    const patience = AbortSignal.any([AbortSignal.timeout(firstAnswersMs), ...(stopping ? [stopping] : [])]);
    const answered = progress === null ? null : untilAnswered(collector.tasks, patience);
    await Promise.all([collector.start(stopping), answered]);
    if (progress === null) return collector;
    await ready();
    const shown = showRest(total, progress, stopping);
    return { stop: () => Promise.all([shown, collector.stop()]).then(() => undefined) };
  };

  /** Every corridor has an answer, or everything is collected and some have none. */
  const untilAnswered = async (tasks: Collector["tasks"], patience: AbortSignal) => {
    const answered = new AbortController();
    const over = AbortSignal.any([patience, answered.signal]);
    const { redisUrl } = await servers();
    const collected = visits.waitFor(tasks.length, firstAnswersMs, over).then(() => waitUntilRecorded(redisUrl, over));
    await Promise.race([waitForAnswers(await comparison(), corridorsAsked(tasks, catalog), over), collected]);
    answered.abort();
    await collected;
  };

  const showRest = async (total: number, progress: Progress, stopping: AbortSignal | undefined) => {
    await visits.waitFor(total, firstCollectionMs, stopping);
    progress.done();
    if (!stopping?.aborted) terminal.say(`  ✓ ${visits.summary()}`);
  };

  const step = (name: string, make: (stopping: AbortSignal | undefined) => Promise<{ stop(): Promise<void> }>) =>
    partOf(name, (stopping) => terminal.step(name, () => make(stopping)));
  return [
    step("Redis and PostgreSQL", servers),
    step("Tables", async () => ({ stop: (await stores()).close })),
    ...(mode === "simulated" ? [step("Simulated providers", sandbox)] : []),
    step("Recorder", async () => started(composeRecorder(await ground()))),
    step("Publisher", async () => started(composePublisher(await ground()))),
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
