import type { Logger, Mode } from "@openremit/shared/runtime";
import { type Database, type LatestStore, rebuildLatest } from "@openremit/shared/storage";

export interface Filling {
  readonly database: Database;
  readonly latest: LatestStore;
  readonly mode: Mode;
  readonly logger: Logger;
}

/** Fills a projection that is not whole: at first, and after Redis lost its memory, also of whose it is. */
export async function fillLatest({ database, latest, mode, logger }: Filling): Promise<void> {
  if (await latest.isWhole()) return;
  await latest.claimMode(mode);
  logger.info(await rebuildLatest(database, latest), "latest prices rebuilt from the record");
}
