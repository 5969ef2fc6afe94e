import type {
  CalendarsConfig,
  CorridorConfig,
  CountriesConfig,
  PegsConfig,
  ProviderConfig,
  QuoteSourceConfig,
  RateSourceConfig,
  ReceiverConfig,
  RegimesConfig,
  TariffConfig,
} from "../../contracts/index.ts";

/** A config file that obeys its schema. */
export interface ConfigFile<T> {
  /** Path as messages show it. */
  readonly file: string;
  /** File name without `.json`. */
  readonly name: string;
  readonly value: T;
}

export interface ConfigFolder<T> {
  /** Names of all files there, also of those that could not be read: a reference to one of them is not wrong too. */
  readonly names: ReadonlySet<string>;
  readonly files: readonly ConfigFile<T>[];
}

/** The config directory, file by file; null where a single file is missing or wrong. */
export interface ConfigFiles {
  readonly corridors: ConfigFolder<CorridorConfig>;
  readonly providers: ConfigFolder<ProviderConfig>;
  readonly quoteSources: ConfigFolder<QuoteSourceConfig>;
  readonly rateSources: ConfigFolder<RateSourceConfig>;
  readonly receivers: ConfigFolder<ReceiverConfig>;
  readonly tariffs: ConfigFolder<TariffConfig>;
  readonly pegs: ConfigFile<PegsConfig> | null;
  readonly regimes: ConfigFile<RegimesConfig> | null;
  readonly calendars: ConfigFile<CalendarsConfig> | null;
  readonly countries: ConfigFile<CountriesConfig> | null;
}
