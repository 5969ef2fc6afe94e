import { ceilTo, type Decimal, floorTo } from "./decimal.ts";
import { exactFeeFor, type FeeSchedule } from "./fee-schedule.ts";
import type { PriceBand } from "./offer-prices.ts";
import type { PayOut, ReceiverDirection, ReceiverLineKind } from "./vocabulary.ts";

/** A cost, tax or incentive the receiver meets after the money has arrived (METHOD 6). Never part of X. */
export interface ReceiverLine {
  readonly kind: ReceiverLineKind;
  readonly payOuts: readonly PayOut[];
  /** Key of the only provider it concerns; null: whoever sends. */
  readonly provider: string | null;
  readonly currency: string;
  /** By the amount received; null where it is known to exist and its figure is not. */
  readonly schedule: FeeSchedule | null;
  /** Amounts received the schedule speaks of; null: every amount. */
  readonly band: PriceBand | null;
  /** First and last day it is in force, both included. */
  readonly since: string;
  readonly until: string | null;
}

/** An incentive adds to what was received, everything else takes from it. */
export function receiverDirection({ kind }: Pick<ReceiverLine, "kind">): ReceiverDirection {
  return kind === "incentive" ? "gain" : "cost";
}

/** Whether the line is in force on a UTC day. */
export function isReceiverLineInForce({ since, until }: Pick<ReceiverLine, "since" | "until">, day: string): boolean {
  return since <= day && (until === null || day <= until);
}

/** Whether the line concerns an offer. One that does not say how it pays out is concerned by none. */
export function concernsOffer(
  { payOuts, provider }: Pick<ReceiverLine, "payOuts" | "provider">,
  offer: { readonly payOut: PayOut | null; readonly provider: string },
): boolean {
  return offer.payOut !== null && payOuts.includes(offer.payOut) && (provider === null || provider === offer.provider);
}

/**
 * What the line comes to for the whole amount received, receive currency, not negative (METHOD 6). Costs are rounded up and
 * incentives down to the minor unit, so that no cost is understated and no incentive overstated. Null where no figure
 * is known for the amount.
 * @param places decimal places of the receive currency
 */
export function receiverLineAmount(
  line: Pick<ReceiverLine, "kind" | "schedule" | "band">,
  received: Decimal,
  places: number,
): Decimal | null {
  const { schedule, band } = line;
  if (schedule === null || (band !== null && (received.lt(band.min) || received.gt(band.max)))) return null;
  const exact = exactFeeFor(schedule, received);
  return receiverDirection(line) === "gain" ? floorTo(exact, places) : ceilTo(exact, places);
}
