import { type Comparison, createComparison } from "@openremit/shared/comparison";
import { createLogger, systemClock } from "@openremit/shared/runtime";
import { openDatabase } from "@openremit/shared/storage";
import { createMemoryStore, sceneCatalog } from "../../support/comparison-scene.ts";
import { buildManyEntries } from "../../support/large-scene.ts";
import { beMa, beMaKey, buildRate } from "../../support/record-job.ts";

/** As many options as the largest corridor has, each sampled at six amounts. */
export const manyOffers = 60;

/** A running comparison over one corridor of sixty options, seen a minute ago; no PostgreSQL is behind it. */
export async function openBenchComparison(): Promise<Comparison> {
  const observedAt = new Date(Date.now() - 60_000).toISOString();
  const rates = [buildRate({ source: "frankfurter", contributors: 5, observedOn: observedAt.slice(0, 10) })];
  const comparison = createComparison({
    catalog: sceneCatalog,
    latest: createMemoryStore(new Map([[beMaKey, buildManyEntries(beMa, manyOffers, observedAt)]]), rates).store,
    database: openDatabase("postgresql://127.0.0.1:1/none"),
    clock: systemClock,
    logger: createLogger("bench", { level: "silent" }),
    mode: "simulated",
  });
  await comparison.start();
  return comparison;
}
