import { type Catalog, corridorsForSource } from "@openremit/shared/catalog";
import { type CollectJob, positiveDecimalString } from "@openremit/shared/contracts";
import { ConfigError, type Corridor, decimalText, defaultAmount } from "@openremit/shared/domain";
import { suggestName } from "@openremit/shared/runtime";
import { quoteVisitJob, rateVisitJob } from "../../visit-job.ts";
import type { FoundSource } from "./find-source.ts";

/** What a person wants asked, as typed. */
export interface TypedQuestion {
  readonly corridor?: string | undefined;
  readonly amount?: string | undefined;
  readonly currency?: string | undefined;
}

export interface FoundQuestion {
  readonly job: CollectJob;
  /** Null for a source of rates. */
  readonly corridor: Corridor | null;
  readonly amount: string | null;
}

/**
 * The visit that answers the question; without a corridor the first one the source covers, without an amount the usual
 * one there.
 *
 * @throws ConfigError where there is no such corridor, currency or amount, saying which there are.
 */
export function findQuestion(catalog: Catalog, found: FoundSource, typed: TypedQuestion): FoundQuestion {
  if (found.about === "rates") return { job: rateVisitJob(found.config), corridor: null, amount: null };
  const source = found.config;
  const corridor = findCorridor(catalog, corridorsForSource(catalog, source), source.key, typed);
  const amount = typed.amount ?? usualAmount(catalog, corridor);
  if (!positiveDecimalString.safeParse(amount).success) {
    throw new ConfigError(`"${amount}" is not an amount: write a number such as 200 or 99.50.`);
  }
  return { job: quoteVisitJob(source, corridor, amount), corridor, amount };
}

function findCorridor(
  catalog: Catalog,
  covered: readonly Corridor[],
  source: string,
  { corridor: id, currency }: TypedQuestion,
): Corridor {
  const ids = [...new Set(covered.map((one) => one.id))];
  const [first] = ids;
  if (first === undefined)
    throw new ConfigError(`${source} covers no enabled corridor: see "corridors" in its config.`);
  const wanted = id ?? first;
  const ofId = covered.filter((one) => one.id === wanted);
  if (ofId.length === 0) throw new ConfigError(notCovered(catalog, source, wanted, ids));
  const found = ofId.find(
    ({ receiveCurrency }) => currency === undefined || receiveCurrency === currency.toUpperCase(),
  );
  if (found !== undefined) return found;
  const paid = ofId.map(({ receiveCurrency }) => receiveCurrency).join(", ");
  throw new ConfigError(`${wanted} does not pay out in ${currency}: choose --currency ${paid}.`);
}

function notCovered(catalog: Catalog, source: string, wanted: string, ids: readonly string[]): string {
  if (catalog.corridorConfigs.has(wanted)) {
    return `${source} is not asked about ${wanted}: its config covers ${ids.join(", ")}.`;
  }
  const near = suggestName(wanted, ids);
  const hint = near === null ? `${source} covers ${ids.join(", ")}` : `Did you mean ${near}?`;
  return `There is no corridor "${wanted}" in config/corridors. ${hint}`;
}

function usualAmount(catalog: Catalog, { id }: Corridor): string {
  return decimalText(defaultAmount({ amounts: catalog.corridorConfigs.get(id)?.amounts ?? [] }));
}
