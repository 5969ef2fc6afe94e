import { Decimal, InputError } from "@openremit/shared/domain";
import { dayNumberOf, dayOf, isWeekday, lastWeekday } from "./calendar.ts";
import { currencies, type SimulatedCurrency } from "./currencies.ts";
import { createNoise, type Noise, walkOf } from "./noise.ts";

/** The invented currency market, as it stands at one moment. */
export interface Market {
  readonly at: Date;
  knows(currency: string): boolean;
  /** Mid rate of this hour, `quote` units per one `base`. At weekends: Friday's. */
  liveMid(base: string, quote: string): Decimal;
  /** Mid rate that publishers print for a day. */
  dayMid(base: string, quote: string, day: string): Decimal;
  /** A number in [0, 1) that belongs to the label for as long as the seed stays. */
  readonly noise: Noise;
}

/** What an hour may add to a day, as a share of the currency's whole swing. */
const hourShare = "0.03";

/** What was worked out already. Nothing in it depends on who asked. */
interface Worked {
  readonly noise: Noise;
  readonly perEuroByDay: Map<string, Decimal>;
}

const nothingWorked = (seed: string): Worked => ({ noise: createNoise(seed), perEuroByDay: new Map() });

/** The markets of one seed. What was worked out for one moment is kept for the others of its day. */
export function createMarkets(seed: string): (at: Date) => Market {
  let kept: { readonly day: string; readonly worked: Worked } | null = null;
  return (at) => {
    const day = dayOf(at);
    if (kept?.day !== day) kept = { day, worked: nothingWorked(seed) };
    return buildMarket(kept.worked, at);
  };
}

/** The same seed and moment give the same market, whatever was asked before. */
export function createMarket(seed: string, at: Date): Market {
  return buildMarket(nothingWorked(seed), at);
}

function buildMarket({ noise, perEuroByDay }: Worked, at: Date): Market {
  function currencyOf(code: string): SimulatedCurrency {
    const currency = currencies.get(code);
    if (currency === undefined) throw new InputError(`the sandbox has no currency ${code}`);
    return currency;
  }

  /** Units per euro. A currency that hangs on another one moves with it. */
  function perEuro(code: string, day: string): Decimal {
    const known = perEuroByDay.get(`${code} ${day}`);
    if (known !== undefined) return known;
    const { anchor, value, swingPct } = currencyOf(code);
    const swing = swingPct === "0" ? new Decimal(0) : walkOf(noise, code, dayNumberOf(day)).times(swingPct).div(100);
    const own = new Decimal(value).times(swing.plus(1));
    const found = anchor === "EUR" ? own : own.times(perEuro(anchor, day));
    perEuroByDay.set(`${code} ${day}`, found);
    return found;
  }

  function hourFactor(code: string): Decimal {
    if (!isWeekday(dayOf(at))) return new Decimal(1);
    const { anchor, swingPct } = currencyOf(code);
    const step = noise(`${code} ${at.toISOString().slice(0, 13)}`)
      .minus("0.5")
      .times(2);
    const own = step.times(swingPct).times(hourShare).div(100).plus(1);
    return anchor === "EUR" ? own : own.times(hourFactor(anchor));
  }

  function dayMid(base: string, quote: string, day: string): Decimal {
    const marketDay = lastWeekday(day);
    return perEuro(quote, marketDay).div(perEuro(base, marketDay)).toSignificantDigits(12);
  }

  return {
    at,
    knows: (currency) => currencies.has(currency),
    liveMid: (base, quote) =>
      dayMid(base, quote, dayOf(at)).times(hourFactor(quote)).div(hourFactor(base)).toSignificantDigits(12),
    dayMid,
    noise,
  };
}
