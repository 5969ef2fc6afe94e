import type { Catalog } from "../../catalog/index.ts";
import type { ExportFilters } from "../../contracts/index.ts";
import { isCurrency, notCoveredParameter, wrongParameter } from "../../domain/index.ts";

/**
 * A filter that names nobody would give an empty file, which looks like an answer.
 *
 * @throws InputError for a country or currency that is none, NotCoveredError for a provider or source nobody knows.
 */
export function assertKnown(filters: ExportFilters, catalog: Catalog): void {
  for (const parameter of ["from", "to"] as const) {
    const country = filters[parameter];
    if (country === undefined || isCountry(country, catalog)) continue;
    throw wrongParameter(parameter, `no ISO 3166-1 country: ${country}`);
  }
  for (const parameter of ["base", "quote"] as const) {
    const code = filters[parameter];
    if (code === undefined || isCurrency(code)) continue;
    throw wrongParameter(parameter, `no ISO 4217 currency: ${code}`);
  }
  const { provider, source } = filters;
  if (provider !== undefined && !catalog.providers.has(provider)) {
    throw notCoveredParameter("provider", `There is no provider ${provider}. See /v1/providers for those there are.`);
  }
  if (source !== undefined && catalog.quoteSourceOf(source) === null && !catalog.rateSources.has(source)) {
    throw notCoveredParameter("source", `There is no source ${source}. See /v1/sources for those there are.`);
  }
}

/** By its alpha-2 code, or by its alpha-3 code as surveys write it. */
function isCountry(code: string, { isCountry: isAlpha2, countries }: Catalog): boolean {
  return code.length === 3 ? countries.byCode(code) !== null : isAlpha2(code);
}
