import type { CollectJob, QuoteSourceConfig, RateSourceConfig } from "@openremit/shared/contracts";
import { type Corridor, corridorKey } from "@openremit/shared/domain";

/** The visit to a source of quotes that answers one corridor at one amount, or that corridor whole where it only has a schedule. */
export function quoteVisitJob(source: QuoteSourceConfig, corridor: Corridor, amount: string): CollectJob {
  const amounts = source.schedule.scope === "all" ? [] : [amount];
  return { schemaVersion: 1, source: source.key, corridorKeys: [corridorKey(corridor)], amounts };
}

/** The visit to a source of reference rates: it is asked for what it has. */
export function rateVisitJob({ key }: Pick<RateSourceConfig, "key">): CollectJob {
  return { schemaVersion: 1, source: key, corridorKeys: [], amounts: [] };
}
