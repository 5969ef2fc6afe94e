import type { Decimal } from "../decimal.ts";
import type { RegimeKind } from "../vocabulary.ts";

/** One published figure: `value` units of `quote` per one `base`, as published, never inverted. */
export interface RateRow {
  readonly source: string;
  readonly base: string;
  readonly quote: string;
  readonly value: Decimal;
  /** Publication day, ISO 8601. */
  readonly observedOn: string;
  /** Institutions behind the figure. */
  readonly contributors: number;
}

export type PublicationCalendar = "target" | "weekdays" | "daily" | "monthly";

/** When a source publishes: on which days, and from which time of such a day (`HH:MM`, UTC) the figure is out. */
export interface Publication {
  readonly calendar: PublicationCalendar;
  readonly atUtc: string;
}

export interface RateSourcePolicy {
  readonly key: string;
  /** METHOD 4: 1 ECB and Frankfurter, 2 central banks, 3 gap fillers, 4 monthly. */
  readonly layer: number;
  /** Institutions a row needs behind it to count. */
  readonly minimumContributors: number;
  readonly publication: Publication;
}

/** An officially asserted parity: `value` units of `currency` per one `anchor`, from `since` to `until`, both included. */
export interface Peg {
  readonly currency: string;
  readonly anchor: string;
  readonly value: Decimal;
  readonly since: string;
  readonly until: string | null;
  readonly source: string;
}

/** Everything a selection looks at. Rows hold several days of every source, in any order, one revision of each. */
export interface RateKnowledge {
  readonly rows: readonly RateRow[];
  readonly sources: ReadonlyMap<string, RateSourcePolicy>;
  readonly pegs: readonly Peg[];
  readonly majors: ReadonlySet<string>;
  /** How the currency's rate was made on that day, ISO 8601. */
  regimeOf(currency: string, day: string): RegimeKind;
  /** Days on which TARGET is closed beyond weekends. */
  readonly targetClosedOn: ReadonlySet<string>;
}

/** Units of `quote` per one `base`, as it was known at `at`. */
export interface RateQuestion {
  readonly base: string;
  readonly quote: string;
  readonly at: Date;
}
