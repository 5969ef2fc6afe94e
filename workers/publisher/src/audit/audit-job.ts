import { type Catalog, corridorsForSource } from "@openremit/shared/catalog";
import { type AuditJob, auditJob, type QuoteSourceConfig, type RateSourceConfig } from "@openremit/shared/contracts";
import { auditQueueName, defineJob } from "@openremit/shared/queue";
import type { Logger } from "@openremit/shared/runtime";
import {
  type Database,
  forgetQuarantined,
  readRates,
  readSourceStates,
  type SourceState,
  settleSilences,
} from "@openremit/shared/storage";
import { judgeSilence } from "./judge-silence.ts";

export interface AuditContext {
  readonly catalog: Catalog;
  readonly database: Database;
  readonly simulated: boolean;
  readonly logger: Logger;
  /** Since when this publisher looks: it counts for sources that nobody has visited. */
  readonly since: Date;
  now(): Date;
}

/** Longer than a price is shown (METHOD 3). */
const quarantineMs = 15 * 86_400_000;

/**
 * The freshness audit: every source that should speak and does not has one open issue, and no other has. Sources that
 * nobody asks, because they are paused, closed, not enabled or without their key, are not silent.
 */
export async function auditFreshness(context: AuditContext): Promise<void> {
  const { catalog, database, simulated, logger, since } = context;
  const now = context.now();
  const [states, rates] = await Promise.all([readSourceStates(database), readRates(database, { perPair: 1 })]);
  const newest = new Map<string, string>();
  for (const { source, observedOn } of rates) {
    if (observedOn > (newest.get(source) ?? "")) newest.set(source, observedOn);
  }
  const { targetClosedOn } = catalog.rateKnowledge([]);
  const judged = sourcesOf(catalog)
    .filter((source) => isAsked(source, states.get(source.key), simulated))
    .map((source) => {
      const state = states.get(source.key);
      const watched = {
        source,
        lastSuccessAt: instantOf(state?.lastSuccessAt),
        firstVisitAt: instantOf(state?.firstRunAt),
        newestDay: newest.get(source.key) ?? null,
      };
      return { source: source.key, ...judgeSilence(watched, { now, since, targetClosedOn }) };
    });
  const silent = judged.flatMap((one) => (one.kind === "silent" ? [{ source: one.source, detail: one.detail }] : []));
  const unknown = judged.flatMap(({ kind, source }) => (kind === "unknown" ? [source] : []));
  const { opened, closed } = await settleSilences(database, { silent, unknown, at: now });
  await forgetQuarantined(database, new Date(now.getTime() - quarantineMs));
  if (opened.length > 0) logger.warn({ sources: opened }, "silent");
  if (closed.length > 0) logger.info({ sources: closed }, "silent no more");
}

/** Delivered twice or to two publishers, it comes to the same. */
export const auditDefinition = defineJob<AuditJob, AuditContext>({
  name: auditQueueName,
  schema: auditJob,
  exec: (_payload, context) => auditFreshness(context),
});

function sourcesOf(catalog: Catalog): readonly (QuoteSourceConfig | RateSourceConfig)[] {
  const quotes = [...catalog.quoteSources.values()].filter((source) => corridorsForSource(catalog, source).length > 0);
  return [...quotes, ...catalog.rateSources.values()];
}

function instantOf(stored: string | null | undefined): Date | null {
  return stored ? new Date(stored) : null;
}

function isAsked(
  { status, enabled }: QuoteSourceConfig | RateSourceConfig,
  state: SourceState | undefined,
  simulated: boolean,
): boolean {
  if (status !== "open" || state?.pause) return false;
  return simulated || (enabled && !state?.missingKey);
}
