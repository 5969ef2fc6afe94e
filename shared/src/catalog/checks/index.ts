import { checkCalendars } from "./calendars.ts";
import type { CatalogCheck } from "./check.ts";
import { checkCorridors } from "./corridors.ts";
import { checkFileNames } from "./file-names.ts";
import { checkPegs } from "./pegs.ts";
import { checkProviderNames } from "./provider-names.ts";
import { checkProviders } from "./providers.ts";
import { checkQuoteSources } from "./quote-sources.ts";
import { checkRegimes } from "./regimes.ts";
import { checkSources } from "./sources.ts";

/** Every rule the config directory must obey beyond its schemas. */
export const catalogChecks: readonly CatalogCheck[] = [
  checkFileNames,
  checkCorridors,
  checkProviders,
  checkProviderNames,
  checkSources,
  checkQuoteSources,
  checkPegs,
  checkRegimes,
  checkCalendars,
];
