import type {
  CorridorConfig,
  ProviderConfig,
  QuoteSourceConfig,
  RateSourceConfig,
  TariffConfig,
} from "../contracts/index.ts";
import type { Corridor, RateKnowledge, RateRow } from "../domain/index.ts";
import type { Countries } from "./build-countries.ts";
import type { ReceiverLinesOf } from "./build-receiver-lines.ts";

/** What config/ says, validated and frozen. Every map is keyed by the one string that names the thing everywhere. */
export interface Catalog {
  /** Country pairs by id, such as `be-cd`; disabled ones too. */
  readonly corridorConfigs: ReadonlyMap<string, CorridorConfig>;
  /** Corridors of money by corridor key, such as `be-cd:EUR-CDF`; disabled ones too. */
  readonly corridors: ReadonlyMap<string, Corridor>;
  readonly providers: ReadonlyMap<string, ProviderConfig>;
  /** The provider a feed means by this spelling; its key is understood too. Null: nobody knows it. */
  providerByAlias(alias: string): ProviderConfig | null;
  /** Whether this is an assigned ISO 3166-1 alpha-2 code, or `XK`. */
  isCountry(code: string): boolean;
  /** Names and regions by alpha-3 code, as the World Bank's surveys write them. */
  readonly countries: Countries;
  /** Tariffs too: each is a source, read from its own config by one adapter. */
  readonly quoteSources: ReadonlyMap<string, QuoteSourceConfig>;
  /** Those, and the people who visit shops, whom nobody asks. Null: nobody knows it. */
  quoteSourceOf(key: string): QuoteSourceConfig | null;
  readonly tariffs: ReadonlyMap<string, TariffConfig>;
  readonly rateSources: ReadonlyMap<string, RateSourceConfig>;
  /** What the receiver meets where a corridor ends, of any day (METHOD 6). */
  readonly receiverLinesOf: ReceiverLinesOf;
  /** These rates together with what config/ knows about their sources, parities, regimes and calendars (METHOD 4). */
  rateKnowledge(rows: readonly RateRow[]): RateKnowledge;
}
