import type { QueueConnection } from "@openremit/shared/queue";
import type { Logger } from "@openremit/shared/runtime";
import { type Database, type LatestStore, rebuildLatest } from "@openremit/shared/storage";

/** Fills a projection that is not whole: at first, and after Redis lost its memory. */
export async function fillLatest(database: Database, latest: LatestStore, logger: Logger): Promise<void> {
  if (await latest.isWhole()) return;
  logger.info(await rebuildLatest(database, latest), "latest prices rebuilt from the record");
}

/** Looks again whenever Redis is back. */
export function refillOnReconnect(
  connection: QueueConnection,
  database: Database,
  latest: LatestStore,
  logger: Logger,
): void {
  connection.on("ready", () => {
    fillLatest(database, latest, logger).catch((error: unknown) =>
      logger.error({ err: error }, "the latest prices could not be rebuilt"),
    );
  });
}
