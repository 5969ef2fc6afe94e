import type { QuoteObservation } from "../../contracts/index.ts";
import { type Decimal, InputError, minorUnits, parseDecimal, statedReceivedFlags } from "../../domain/index.ts";

/** What was wrong, as it is now known. What is not named stays. */
export interface CorrectedFigures {
  readonly fee?: string | undefined;
  readonly rate?: string | undefined;
  readonly received?: string | undefined;
}

/** Of a quote that people corrected; shown with it. */
export const correctedFlag = "corrected";
const differsFlag = "stated_received_differs";

/**
 * The quote as it should have been. What the source said arrives goes with a wrong fee or rate, unless it is corrected
 * too: then it is reckoned from the two (METHOD 1).
 *
 * @throws InputError where nothing is corrected, a figure has more decimals than its currency, or the price has a schedule
 * instead of one fee.
 */
export function buildCorrection(quote: QuoteObservation, figures: CorrectedFigures, at: Date): QuoteObservation {
  const { fee, rate, received } = figures;
  if (fee === undefined && rate === undefined && received === undefined) {
    throw new InputError("Say what was wrong: --fee, --rate or --received.");
  }
  if (quote.feeSchedule !== null && fee !== undefined) {
    throw new InputError("This price has a fee for every amount. Correct the tariff or the adapter it comes from.");
  }
  assertPlaces("--fee", fee, quote.corridor.sendCurrency);
  assertPlaces("--received", received, quote.corridor.receiveCurrency);
  const corrected = {
    ...quote,
    fee: fee ?? quote.fee,
    rate: rate ?? quote.rate,
    received: received ?? (fee === undefined && rate === undefined ? quote.received : null),
    fetchedAt: at.toISOString(),
  };
  const kept = quote.flags.filter((flag) => flag !== differsFlag && flag !== correctedFlag);
  return { ...corrected, flags: [...kept, ...statedFlags(corrected), correctedFlag] };
}

/** In the words of the public log. */
export function describeCorrection(old: QuoteObservation, now: QuoteObservation): string {
  const { sendCurrency: sent, receiveCurrency: paidOut } = now.corridor;
  const changes = [
    changeText("The fee", old.fee, now.fee, sent),
    changeText("The rate", old.rate, now.rate, null),
    changeText("What arrives", old.received, now.received, paidOut),
  ].filter((text) => text !== null);
  const at = now.amount === null ? "" : ` (at ${now.amount} ${sent}, seen ${now.observedAt.slice(0, 10)})`;
  return `${changes.join("; ")}${at}.`;
}

/** Whether both say the same to a reader. */
export function saysSame(one: QuoteObservation, other: QuoteObservation): boolean {
  return isEqual(one.fee, other.fee) && isEqual(one.rate, other.rate) && isEqual(one.received, other.received);
}

/** Whether a figure becomes twice or half of what it was, or was nothing: a point may have slipped. */
export function isLarge(old: QuoteObservation, now: QuoteObservation): boolean {
  return (["fee", "rate", "received"] as const).some((name) => {
    const [one, other] = [old[name], now[name]];
    if (one === null || other === null || isEqual(one, other)) return false;
    const [was, is] = [parseDecimal(one), parseDecimal(other)];
    return is.gte(was.times(2)) || was.gte(is.times(2));
  });
}

function assertPlaces(option: string, text: string | undefined, currency: string): void {
  const digits = minorUnits(currency);
  if (text === undefined || parseDecimal(text).decimalPlaces() <= digits) return;
  throw new InputError(`${option} ${text}: ${currency} has ${digits === 0 ? "no" : digits} decimals.`);
}

function changeText(name: string, old: string | null, now: string | null, currency: string | null): string | null {
  if (isEqual(old, now)) return null;
  const unit = currency === null ? "" : ` ${currency}`;
  if (now === null) return `${name} is not stated but reckoned from fee and rate, and was ${old}${unit}`;
  return old === null ? `${name} is ${now}${unit} and was unknown` : `${name} is ${now}${unit} and not ${old}${unit}`;
}

function isEqual(one: string | null, other: string | null): boolean {
  return one === null || other === null ? one === other : parseDecimal(one).eq(parseDecimal(other));
}

function statedFlags(quote: QuoteObservation): readonly string[] {
  const read = (text: string | null): Decimal | null => (text === null ? null : parseDecimal(text));
  const [amount, fee, rate] = [read(quote.amount), read(quote.fee), read(quote.rate)];
  if (amount === null || fee === null || rate === null) return [];
  const price = { amount, fee, rate, received: read(quote.received), payOutFee: read(quote.payOutFee) };
  return statedReceivedFlags(price, quote.feePlacement, minorUnits(quote.corridor.receiveCurrency));
}
