import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordRunJob } from "@openremit/recorder";
import { createComparison, createVisitDesk } from "@openremit/shared/comparison";
import { createHttpServer } from "@openremit/shared/runtime";
import { createKeyRing, createReaderDesk, type Database } from "@openremit/shared/storage";
import { createWeb } from "@openremit/web";
import { quietLogger, sceneCatalog, sceneNow } from "./comparison-scene.ts";
import { corridorDays, writeRelease } from "./release-directory.ts";
import { doubtedQuote, siteRuns } from "./site-prices.ts";
import { openStorageScene } from "./storage-scene.ts";

export interface SiteScene {
  readonly origin: string;
  readonly database: Database;
  /** Of a price to Morocco, in the record. */
  readonly quoteId: string;
  /** Lets the site's clock go on: forms want to be open for a moment before they are sent. */
  waitSeconds(seconds: number): void;
  /** As for somebody in a tunnel: nothing answers any more, until it comes back under the same address. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** The site over recorded visits on a real Redis and PostgreSQL, at a fixed moment, on a port of its own. */
export async function openSiteScene(): Promise<SiteScene> {
  const stores = await openStorageScene();
  for (const job of siteRuns()) await recordRunJob(job, stores);
  await stores.database.pool.query(
    `insert into corrections (published_at, corridor_key, provider, what, why) values ($1, 'be-ma:EUR-MAD', 'ria', $2, $3)`,
    ["2026-11-19T09:00:00Z", "The fee was 3.00 and not 0.", "A new answer of the source was misread for a day."],
  );
  const clock = { at: sceneNow, now: () => clock.at };
  const releasesDirectory = mkdtempSync(join(tmpdir(), "openremit-releases-"));
  writeRelease(releasesDirectory, { id: "simulated-2026-11-01" });
  writeRelease(releasesDirectory, { id: "simulated-2026-11-22" }, await corridorDays());
  const comparison = createComparison({
    catalog: sceneCatalog,
    ...stores,
    clock,
    logger: quietLogger,
    mode: "simulated",
    releasesDirectory,
  });
  await comparison.start();
  const web = createWeb({
    catalog: sceneCatalog,
    comparison,
    desk: createReaderDesk(stores.database, clock),
    visitDesk: createVisitDesk({ catalog: sceneCatalog, comparison, database: stores.database, clock }),
    keyRing: createKeyRing({ database: stores.database, clock, logger: quietLogger }),
    mode: "simulated",
    clock,
    logger: quietLogger,
    operator: { contact: "someone@openremit.example", funding: "A foundation that does not exist" },
    requestsPerMinute: 1_000_000,
  });
  await web.part.start();
  const server = createHttpServer(web.handler);
  const listen = async (port: number) => {
    await once(server.listen(port, "127.0.0.1"), "listening");
    return (server.address() as AddressInfo).port;
  };
  const port = await listen(0);
  const goAway = async () => {
    const closed = once(server, "close");
    server.close();
    server.closeAllConnections();
    await closed;
  };
  return {
    origin: `http://127.0.0.1:${port}`,
    goAway,
    comeBack: async () => void (await listen(port)),
    database: stores.database,
    quoteId: doubtedQuote?.quoteId ?? "",
    waitSeconds(seconds) {
      clock.at = new Date(clock.at.getTime() + seconds * 1_000);
    },
    async close() {
      await goAway();
      await web.part.stop();
      await comparison.stop();
      await stores.close();
      rmSync(releasesDirectory, { recursive: true });
    },
  };
}
