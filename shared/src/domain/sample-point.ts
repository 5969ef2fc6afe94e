import { ceilTo, Decimal, floorTo } from "./decimal.ts";
import { DomainError } from "./errors.ts";
import { smallestAmount } from "./money.ts";
import type { OfferPrices, PricedOffer, PriceSample } from "./offer-prices.ts";
import { type PriceTerms, priceUnder } from "./price-terms.ts";

/** A sample seen as a point on the line of budgets. */
export interface SamplePoint {
  readonly index: number;
  /** S at the sample: A + F on top, the amount itself inside. */
  readonly total: Decimal;
  readonly terms: PriceTerms;
  /** Least and greatest budget the sample answers: only its own total where the fee is inside. */
  readonly least: Decimal;
  readonly greatest: Decimal;
  /** The answer at the sample's own total, the source's own X kept; null where the fees eat it all. */
  readonly stated: PricedOffer | null;
  readonly flags: readonly string[];
}

const none = new Decimal(0);
const nothingWrong: readonly string[] = [];
const statedDiffers: readonly string[] = ["stated_received_differs"];
/** METHOD 3: a sample speaks for principals within 2 % of its own. */
const nearBelow = new Decimal("0.98");
const nearAbove = new Decimal("1.02");
/** METHOD 1: more than one minor unit or 0.05 % between stated and computed X is worth a flag. */
const toleratedShare = new Decimal("0.0005");

function differs(stated: Decimal, computed: Decimal, minorUnit: Decimal): boolean {
  const difference = stated.minus(computed).abs();
  return difference.gt(minorUnit) || difference.gt(computed.times(toleratedShare));
}

/** On top: principals within 2 % of A at A's fee; with a band around A, also every budget from A to A + F inside it. */
function nearBudgets(sample: PriceSample, total: Decimal, places: number): { least: Decimal; greatest: Decimal } {
  const { amount, fee, band } = sample;
  const near = ceilTo(amount.times(nearBelow), places).plus(fee);
  const greatest = floorTo(amount.times(nearAbove), places).plus(fee);
  if (band === null || amount.lt(band.min) || amount.gt(band.max)) return { least: Decimal.min(near, total), greatest };
  const leastPrincipal = Decimal.max(band.min, smallestAmount(places));
  return { least: Decimal.min(near, Decimal.max(amount, leastPrincipal.plus(fee))), greatest };
}

/**
 * Reads one sample as a point.
 * @throws DomainError when amount or rate is not above zero, or a fee is below it
 */
export function buildPoint(prices: OfferPrices, sample: PriceSample, index: number): SamplePoint {
  const { amount, fee, rate } = sample;
  const payOutFee = sample.payOutFee ?? none;
  if (!amount.gt(none) || !rate.gt(none) || fee.lt(none) || payOutFee.lt(none)) {
    throw new DomainError("a price sample needs an amount and a rate above zero and no negative fee");
  }
  const onTop = prices.feePlacement === "on_top";
  const total = onTop ? amount.plus(fee) : amount;
  const terms = { fee, rate, payOutFee };
  const { least, greatest } = onTop
    ? nearBudgets(sample, total, prices.sendMinorUnits)
    : { least: total, greatest: total };
  const computed = priceUnder(terms, total, prices, "exact", index, nothingWrong);
  const point = { index, total, terms, least, greatest };
  if (sample.received === null) return { ...point, stated: computed, flags: nothingWrong };
  const minorUnit = smallestAmount(prices.receiveMinorUnits);
  const flags = differs(sample.received, computed?.received ?? none, minorUnit) ? statedDiffers : nothingWrong;
  const converted = total.minus(fee);
  if (!converted.gt(none) || !sample.received.gt(none)) return { ...point, stated: null, flags };
  const stated: PricedOffer = {
    pay: total,
    fee,
    converted,
    rate,
    received: sample.received,
    derivation: "exact",
    sample: index,
    flags,
  };
  return { ...point, stated, flags };
}
