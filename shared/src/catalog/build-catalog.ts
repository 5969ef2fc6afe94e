import type { CorridorConfig } from "../contracts/index.ts";
import { type Corridor, corridorKey } from "../domain/index.ts";
import { buildCountries } from "./build-countries.ts";
import { buildRateRules } from "./build-rate-rules.ts";
import { buildReceiverLines } from "./build-receiver-lines.ts";
import { buildTariffSource } from "./build-tariff-source.ts";
import type { Catalog } from "./catalog.ts";
import type { ConfigFile, ConfigFiles, ConfigFolder } from "./files/config-files.ts";
import { isCountry } from "./known-country.ts";
import { visitSource } from "./visit-source.ts";

type CompleteFiles = { readonly [Name in keyof ConfigFiles]: NonNullable<ConfigFiles[Name]> };

/** Assembles the catalog from files that passed every check. */
export function buildCatalog(files: CompleteFiles): Catalog {
  const corridorConfigs = byName(files.corridors);
  const providers = byName(files.providers);
  const rateSources = byName(files.rateSources);
  const corridors = [...corridorConfigs.values()].flatMap(corridorsOfMoney);
  const tariffs = byName(files.tariffs);
  const tariffSources = [...tariffs].map(([key, tariff]) => [key, buildTariffSource(tariff, corridorConfigs)] as const);
  const quoteSources = new Map([...byName(files.quoteSources), ...tariffSources]);
  const owners = new Map(
    [...providers.values()].flatMap((provider) =>
      [provider.key, ...provider.aliases].map((alias) => [alias, provider] as const),
    ),
  );
  const facts = { pegs: files.pegs.value, regimes: files.regimes.value, calendars: files.calendars.value };
  const rateRules = buildRateRules({ rateSources, ...facts });
  return Object.freeze({
    corridorConfigs,
    corridors: new Map(corridors.map((corridor) => [corridorKey(corridor), corridor])),
    providers,
    providerByAlias: (alias: string) => owners.get(alias) ?? null,
    isCountry,
    countries: buildCountries(files.countries.value),
    quoteSources,
    quoteSourceOf: (key: string) => quoteSources.get(key) ?? (key === visitSource.key ? visitSource : null),
    tariffs,
    rateSources,
    receiverLinesOf: buildReceiverLines(byName(files.receivers).values()),
    rateKnowledge: (rows) => ({ ...rateRules, rows }),
  } satisfies Catalog);
}

function byName<T>({ files }: ConfigFolder<T>): ReadonlyMap<string, T> {
  return new Map(files.map(({ name, value }: ConfigFile<T>) => [name, value]));
}

/** One corridor of money per pay-out currency, the default first (METHOD 5). */
function corridorsOfMoney(config: CorridorConfig): Corridor[] {
  const { id, sendCountry, sendCurrency, receiveCountry } = config;
  return config.receiveCurrencies.map((receiveCurrency) =>
    Object.freeze({ id, sendCountry, sendCurrency, receiveCountry, receiveCurrency }),
  );
}
