import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import { moneyText, parseDecimal } from "@openremit/shared/domain";

/** What one option brings over another in a year, at the same amount paid each time. */
export interface YearlyGain {
  readonly to: RankedOffer;
  /** More in the recipient's hand: receive currency, exact; 0 where nothing is gained. */
  readonly receivedMore: string;
  /** The same at the mid-market rate, in send currency; null where costs are not shown. */
  readonly lostLess: string | null;
  readonly isGain: boolean;
}

export interface YearlyGains {
  readonly now: RankedOffer;
  readonly best: YearlyGain;
  /** The best that is paid and received the same way; null where it is the best of all, or the way is not known. */
  readonly sameWay: YearlyGain | null;
}

/** An option as an address names it. Ranked offers hold each provider and its methods once. */
export function optionKey({ provider, payIn, payOut }: RankedOffer): string {
  return [provider.key, payIn ?? "", payOut ?? ""].join(".");
}

/** Null where the option is not among the offers, which are best first. */
export function yearlyGains(answer: OffersAnswer, nowKey: string, timesAYear: number): YearlyGains | null {
  const { offers } = answer;
  const now = offers.find((offer) => optionKey(offer) === nowKey);
  const [best] = offers;
  if (now === undefined || best === undefined) return null;
  const isWayKnown = now.payIn !== null && now.payOut !== null;
  const sameWay = offers.find(({ payIn, payOut }) => isWayKnown && payIn === now.payIn && payOut === now.payOut);
  const gain = (to: RankedOffer) => yearlyGain(now, to, timesAYear, answer);
  return { now, best: gain(best), sameWay: sameWay === undefined || sameWay === best ? null : gain(sameWay) };
}

/** X is floored before it is multiplied: that is what arrives each time. */
function yearlyGain(now: RankedOffer, to: RankedOffer, timesAYear: number, answer: OffersAnswer): YearlyGain {
  const { sendCurrency, receiveCurrency } = answer.corridor;
  const more = parseDecimal(to.received).minus(parseDecimal(now.received)).times(timesAYear);
  const hasCosts = answer.reference !== null && now.cost !== null && to.cost !== null;
  return {
    to,
    receivedMore: moneyText(more, receiveCurrency),
    lostLess:
      hasCosts && answer.reference ? moneyText(more.div(parseDecimal(answer.reference.value)), sendCurrency) : null,
    isGain: more.gt(0),
  };
}
