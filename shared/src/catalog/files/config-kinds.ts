import type { z } from "zod";
import {
  calendarsConfig,
  corridorConfig,
  countriesConfig,
  pegsConfig,
  providerConfig,
  quoteSourceConfig,
  rateSourceConfig,
  receiverConfig,
  regimesConfig,
  tariffConfig,
} from "../../contracts/index.ts";

export interface ConfigKind<Schema extends z.ZodType = z.ZodType> {
  /** Name of its JSON Schema: `config/schema/<name>.schema.json`. */
  readonly name: string;
  readonly title: string;
  /** A folder of files, or one file, below the config directory. */
  readonly place: string;
  readonly schema: Schema;
  /** A folder that need not hold a file. */
  readonly mayBeEmpty?: boolean;
}

/** Every kind of file in config/, and where it stands. */
export const configKinds = {
  corridor: { name: "corridor", title: "A corridor", place: "corridors", schema: corridorConfig },
  provider: { name: "provider", title: "A provider", place: "providers", schema: providerConfig },
  quoteSource: {
    name: "quote-source",
    title: "A source of quotes",
    place: "sources/quotes",
    schema: quoteSourceConfig,
  },
  rateSource: {
    name: "rate-source",
    title: "A source of reference rates",
    place: "sources/rates",
    schema: rateSourceConfig,
  },
  receiver: { name: "receiver", title: "The receiver's side in a country", place: "receiver", schema: receiverConfig },
  tariff: {
    name: "tariff",
    title: "A tariff read by a person",
    place: "tariffs",
    schema: tariffConfig,
    mayBeEmpty: true,
  },
  pegs: { name: "pegs", title: "Officially asserted parities", place: "pegs.json", schema: pegsConfig },
  regimes: { name: "regimes", title: "Exchange-rate regimes", place: "regimes.json", schema: regimesConfig },
  countries: {
    name: "countries",
    title: "Names and regions of countries",
    place: "countries.json",
    schema: countriesConfig,
  },
  calendars: { name: "calendars", title: "Publication calendars", place: "calendars.json", schema: calendarsConfig },
} as const satisfies Record<string, ConfigKind>;

/** The folder of generated JSON Schemas, below the config directory. */
export const schemaFolder = "schema";

export function schemaFileName(kind: ConfigKind): string {
  return `${kind.name}.schema.json`;
}
