import type { Decimal } from "./decimal.ts";
import { type PayIn, type PayOut, type Speed, speeds } from "./vocabulary.ts";

/** What decides an order; percentages and reference rates do not (METHOD 2, ranking theorem). */
export interface Rankable {
  /** S, send currency. */
  readonly pay: Decimal;
  /** X, receive currency. */
  readonly received: Decimal;
  readonly speed: Speed | null;
  readonly providerName: string;
  readonly payIn: PayIn | null;
  readonly payOut: PayOut | null;
}

const speedOrder: ReadonlyMap<Speed | null, number> = new Map(speeds.map((speed, index) => [speed, index]));

function compareText(one: string | null, other: string | null): number {
  if (one === other) return 0;
  if (one === null) return 1;
  if (other === null) return -1;
  return one < other ? -1 : 1;
}

function breakTie(one: Rankable, other: Rankable): number {
  const slowest = speeds.length;
  return (
    (speedOrder.get(one.speed) ?? slowest) - (speedOrder.get(other.speed) ?? slowest) ||
    compareText(one.providerName, other.providerName) ||
    compareText(one.payIn, other.payIn) ||
    compareText(one.payOut, other.payOut)
  );
}

/**
 * Ranks answers to "I pay S", best first: X descending; ties by speed (unknown last), provider name, pay-in, pay-out
 * (code units, unknown last). A total order, whatever the order of the input (METHOD 2). The argument is left alone.
 *
 * All answers belong to one corridor and one S; what may be ranked at all is decided before (METHOD 3).
 */
export function rankForBudget<T extends Rankable>(offers: readonly T[]): T[] {
  return [...offers].sort((one, other) => other.received.cmp(one.received) || breakTie(one, other));
}

/** Ranks answers to "they must get exactly X", best first: S ascending, ties as in `rankForBudget`. */
export function rankForReceived<T extends Rankable>(offers: readonly T[]): T[] {
  return [...offers].sort((one, other) => one.pay.cmp(other.pay) || breakTie(one, other));
}
