import { loadCatalog } from "@openremit/shared/catalog";
import { createComparison, noFilters } from "@openremit/shared/comparison";
import { createLogger } from "@openremit/shared/runtime";
import { openStores } from "@openremit/shared/storage";
import { loadManifest } from "../../services/standalone/src/replay/load-manifest.ts";
import { replayAll } from "../../services/standalone/src/replay/replay-all.ts";
import { freshDatabaseUrl, freshRedis } from "./servers.ts";

const directory = "test/fixtures/replay";
const catalog = loadCatalog("config");
const logger = createLogger("test", { level: "silent" });

/** A real-mode record of its own, `replay` for the fixtures' manifest, and the comparison over it at a set time. */
export async function openReplayScene(now: Date) {
  const { url: redisUrl, prefix } = freshRedis();
  const databaseUrl = await freshDatabaseUrl();
  const stores = await openStores({ databaseUrl, redisUrl, prefix, mode: "real", name: "test", logger });
  const comparison = createComparison({ catalog, ...stores, clock: { now: () => now }, logger, mode: "real" });
  await comparison.start();
  return {
    stores,
    async replay() {
      const lines: string[] = [];
      const say = (line: string) => void lines.push(line);
      const { entries } = await loadManifest(`${directory}/manifest.json`);
      const failed = await replayAll(entries, directory, {
        catalog,
        stores,
        say,
      });
      return { failed, lines };
    },
    async offers(pay: string, at: string | null) {
      const question = { corridorId: "es-ph", pay, receive: null, filters: noFilters };
      return (await comparison.offers({ ...question, at: at === null ? null : new Date(at) })).answer;
    },
    receipt: (quoteId: string) => comparison.receipt(quoteId),
    async close() {
      await comparison.stop();
      await stores.close();
    },
  };
}
