import { checkCalendars } from "./calendars.ts";
import type { CatalogCheck } from "./check.ts";
import { checkCorridors } from "./corridors.ts";
import { checkCountries } from "./countries.ts";
import { checkDailyCaps } from "./daily-caps.ts";
import { checkFileNames } from "./file-names.ts";
import { checkPegs } from "./pegs.ts";
import { checkProviderNames } from "./provider-names.ts";
import { checkProviders } from "./providers.ts";
import { checkQuoteSources } from "./quote-sources.ts";
import { checkReceivers } from "./receivers.ts";
import { checkRegimes } from "./regimes.ts";
import { checkSources } from "./sources.ts";
import { checkTariffFigures } from "./tariff-figures.ts";
import { checkTariffOffers } from "./tariff-offers.ts";
import { checkTariffs } from "./tariffs.ts";

/** Every rule the config directory must obey beyond its schemas. */
export const catalogChecks: readonly CatalogCheck[] = [
  checkFileNames,
  checkCorridors,
  checkProviders,
  checkProviderNames,
  checkSources,
  checkQuoteSources,
  checkReceivers,
  checkDailyCaps,
  checkTariffs,
  checkTariffOffers,
  checkTariffFigures,
  checkPegs,
  checkRegimes,
  checkCalendars,
  checkCountries,
];
