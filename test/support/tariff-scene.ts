import { allAdapters, collect, planTasks } from "@openremit/collector";
import { type Catalog, loadCatalog } from "@openremit/shared/catalog";
import type { RateObservation, RecordJob, TariffConfig } from "@openremit/shared/contracts";
import { openComparisonScene } from "./comparison-scene.ts";
import { withConfigDirectory } from "./config-directory.ts";
import { buildRate } from "./record-job.ts";
import { buildTariff, sha256Of, tariffDocument } from "./tariff.ts";

/** The day after the usual review. */
export const visitTime = new Date("2026-11-21T08:00:00.000Z");

/** A config directory of its own: the corridor to Morocco, Alpha, and this tariff of it. */
export function catalogWith(tariff: Partial<TariffConfig>): Catalog {
  const { key, ...rest } = buildTariff(tariff);
  const others = { "sources/rates/bank.json": { adapter: "ecb" }, "sources/quotes/alpha.json": { adapter: "wise" } };
  return withConfigDirectory({ [`tariffs/${key}.json`]: { key, ...rest }, ...others }, loadCatalog);
}

/** One visit to the document, as scheduled, and what it is recorded as. */
export async function visitTariff(catalog: Catalog, document = tariffDocument, at = visitTime): Promise<RecordJob> {
  const task = planTasks(catalog, allAdapters, "simulated").find(({ job }) => catalog.tariffs.has(job.source));
  if (task === undefined) throw new Error("no tariff is scheduled");
  return collect(task.job, {
    knowledge: async () => ({ catalog, adapters: allAdapters, rateRows: [] }),
    fetchAnswer: async (_source, request) => ({
      request,
      status: 200,
      contentType: "application/pdf",
      body: document,
      bodySha256: sha256Of(document),
      requestSha256: "1".repeat(64),
      fetchedAt: at.toISOString(),
    }),
    record: async () => undefined,
    newRunId: () => "0b8f6f0e-3b0a-4b52-9d0c-3d5f1c0a9b11",
    clock: { now: () => at },
    simulated: true,
  });
}

/** The mid-market rate of the day before the visit. */
export const mid = buildRate({ source: "bank", value: "10.80" });

/** The comparison over what one visit saw, some days after the review. */
export async function compareTariff(
  tariff: Partial<TariffConfig>,
  { rates = [mid], at = visitTime }: { readonly rates?: readonly RateObservation[]; readonly at?: Date } = {},
) {
  const catalog = catalogWith(tariff);
  const { quotes } = await visitTariff(catalog);
  const scene = await openComparisonScene(quotes, rates, catalog);
  scene.clock.at = at;
  return scene;
}
