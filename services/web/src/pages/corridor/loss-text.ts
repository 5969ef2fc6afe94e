import type { Words } from "../../words/words.ts";

export interface LossKnown {
  /** In send currency; a gain has a minus. */
  readonly cost: string;
  readonly asks: "pay" | "receive";
  readonly sendCurrency: string;
}

/** What is lost on the way, in money. Costs are never clamped: a provider may also beat the mid-market rate (METHOD 2). */
export function lossText({ cost, asks, sendCurrency }: LossKnown, { t, money }: Words): string {
  if (cost.startsWith("-")) return t("corridor.gain", { gain: money(cost.slice(1), sendCurrency) });
  const key = asks === "pay" ? "corridor.lose" : "corridor.costs_you";
  return t(key, { cost: money(cost, sendCurrency) });
}
