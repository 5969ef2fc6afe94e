import { type Catalog, corridorsForSource } from "@openremit/shared/catalog";
import type { CollectJob, QuoteSourceConfig, RateSourceConfig } from "@openremit/shared/contracts";
import { type Corridor, corridorKey, defaultAmount } from "@openremit/shared/domain";
import type { Mode, SourceKeys } from "@openremit/shared/runtime";
import type { MissingKey } from "@openremit/shared/storage";
import type { QuoteAdapter } from "../adapters/adapter.ts";
import { type Adapters, adapterOf, quoteAdapterOf } from "../adapters/index.ts";

/** One thing to ask again and again. `id` is stable, so that schedules can be made equal to config both ways. */
export interface CollectTask {
  readonly id: string;
  readonly everyMs: number;
  readonly job: CollectJob;
}

/**
 * Simulated mode asks every open source, against the sandbox; real mode only what the operator has enabled, and of the
 * sources that answer key holders only those whose key is set.
 */
export function isAsked(source: QuoteSourceConfig | RateSourceConfig, mode: Mode, keys: SourceKeys): boolean {
  if (source.status !== "open") return false;
  return mode === "simulated" || (source.enabled && missingVariable(source, keys) === null);
}

/** The sources that would be asked if their keys were set, each with the variable that is not. */
export function findMissingKeys(catalog: Catalog, mode: Mode, keys: SourceKeys = new Map()): MissingKey[] {
  if (mode === "simulated") return [];
  return [...catalog.rateSources.values()].flatMap((source) => {
    const variable = source.status === "open" && source.enabled ? missingVariable(source, keys) : null;
    return variable === null ? [] : [{ source: source.key, variable }];
  });
}

/** The variable of the key that a source asks for and nobody has set, or null. */
export function missingVariable(source: QuoteSourceConfig | RateSourceConfig, keys: SourceKeys): string | null {
  const variable = "credential" in source ? source.credential?.variable : undefined;
  return variable === undefined || keys.has(variable) ? null : variable;
}

/** Everything config wants collected, as tasks. A source without its adapter is a ConfigError. */
export function planTasks(
  catalog: Catalog,
  adapters: Adapters,
  mode: Mode,
  keys: SourceKeys = new Map(),
): CollectTask[] {
  const rates = [...catalog.rateSources.values()].filter((source) => isAsked(source, mode, keys));
  const quotes = [...catalog.quoteSources.values()].filter((source) => isAsked(source, mode, keys));
  return [
    ...rates.map((source) => rateTask(source, adapters)),
    ...quotes.flatMap((source) => quoteTasks(source, catalog, adapters)),
  ];
}

function rateTask(source: RateSourceConfig, adapters: Adapters): CollectTask {
  adapterOf(adapters.rates, source);
  return buildTask(source, [], []);
}

function quoteTasks(source: QuoteSourceConfig, catalog: Catalog, adapters: Adapters): CollectTask[] {
  const adapter = quoteAdapterOf(source, adapters, catalog);
  const corridors = corridorsForSource(catalog, source);
  if (corridors.length === 0) return [];
  return byScope[adapter.scope](source, corridors, catalog);
}

type Plan = (source: QuoteSourceConfig, corridors: readonly Corridor[], catalog: Catalog) => CollectTask[];

const byScope: Record<QuoteAdapter["scope"], Plan> = {
  all: (source, corridors) => [buildTask(source, corridors, [])],
  corridor: (source, corridors, catalog) =>
    corridors.map((corridor) => buildTask(source, [corridor], amountsOf(corridor, catalog))),
  amount: (source, corridors, catalog) =>
    corridors
      .flatMap((corridor) =>
        usualFirst(corridor, catalog).map((amount, turn) => ({ turn, task: buildTask(source, [corridor], [amount]) })),
      )
      .sort((one, other) => one.turn - other.turn)
      .map(({ task }) => task),
};

/** So that a first collection has an answer in every corridor before it goes on to further amounts. */
function usualFirst(corridor: Corridor, catalog: Catalog): readonly string[] {
  const config = catalog.corridorConfigs.get(corridor.id);
  if (config === undefined) return [];
  const usual = defaultAmount(config);
  const isUsual = (amount: string) => usual.eq(amount);
  return [...config.amounts.filter(isUsual), ...config.amounts.filter((amount) => !isUsual(amount))];
}

function amountsOf(corridor: Corridor, catalog: Catalog): readonly string[] {
  return catalog.corridorConfigs.get(corridor.id)?.amounts ?? [];
}

function buildTask(
  source: QuoteSourceConfig | RateSourceConfig,
  corridors: readonly Corridor[],
  amounts: readonly string[],
): CollectTask {
  const corridorKeys = corridors.map(corridorKey);
  const scope = corridors.length === 1 ? [...corridorKeys, ...amounts].join("/").replace(":", ".") : "all";
  return {
    id: `${source.key}/${scope}`,
    everyMs: source.schedule.everyMinutes * 60_000,
    job: { schemaVersion: 1, source: source.key, corridorKeys, amounts: [...amounts] },
  };
}
