import type { Catalog } from "../../catalog/index.ts";
import type { ReceiptAnswer } from "../../contracts/index.ts";
import { notCoveredParameter } from "../../domain/index.ts";
import type { Past } from "../past.ts";

/**
 * Everything that proves a price: each revision as published, the visit that saw the last one, and the hashes.
 *
 * @throws NotCoveredError where nobody ever saw such a quote, NoFreshDataError where PostgreSQL is out of reach.
 */
export async function answerReceipt(quoteId: string, catalog: Catalog, past: Past): Promise<ReceiptAnswer> {
  const revisions = [...(await past.quoteRevisions(quoteId))].reverse();
  const last = revisions.at(-1);
  const run = last === undefined ? null : await past.run(last.runId);
  if (last === undefined || run === null) {
    throw notCoveredParameter("quoteId", `No quote ${quoteId} was ever recorded.`);
  }
  const { provider, source, simulated, receipt } = last.quote;
  const config = catalog.quoteSourceOf(source);
  return {
    quoteId,
    simulated,
    provider: { key: provider, name: catalog.providers.get(provider)?.name ?? provider },
    source: { key: source, name: config?.name ?? source, attribution: config?.attribution ?? null },
    revisions: revisions.map(({ revision, recordedAt, quote }) => ({ revision, recordedAt, quote })),
    run,
    proof: receipt,
  };
}
