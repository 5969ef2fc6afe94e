import type { CheckedOffer, CheckGround } from "@openremit/shared/domain";
import type { Figures } from "../../format/figures.ts";

/** Places in the sentences of the result. */
export type SlotName =
  | "pay"
  | "received"
  | "cost"
  | "gain"
  | "costPct"
  | "fee"
  | "ratePart"
  | "sample"
  | "provider"
  | "bestReceived"
  | "gap"
  | "gapCost"
  | "bestCost"
  | "bestCostPct"
  | "meanCost"
  | "meanCostPct";

/** What sentences hang on: each is shown where all of its conditions hold. */
export type CheckCondition =
  | "known"
  | "unknown"
  | "loss"
  | "gain"
  | "near"
  | "doubtful"
  | "behind"
  | "equal"
  | "ahead"
  | "alone"
  | "worth";

export interface CheckSlots {
  readonly texts: Readonly<Partial<Record<SlotName, string>>>;
  readonly conditions: ReadonlySet<CheckCondition>;
}

/** A checked offer as the sentences take it: figures as people write them, and which sentences are true. */
export function checkSlots(
  checked: CheckedOffer,
  { sendCurrency, receiveCurrency }: CheckGround,
  { money, roundMoney, percent }: Pick<Figures, "money" | "roundMoney" | "percent">,
): CheckSlots {
  const sent = (amount: string | null | undefined) => (amount == null ? undefined : money(amount, sendCurrency));
  const paidOut = (amount: string | undefined) => (amount === undefined ? undefined : money(amount, receiveCurrency));
  const pct = (value: string | null | undefined) => (value == null ? undefined : percent(value));
  const { against, cost, isGain } = checked;
  const texts = {
    pay: sent(checked.pay),
    received: paidOut(checked.received),
    cost: sent(cost),
    gain: sent(cost?.replace(/^-/, "")),
    costPct: pct(checked.costPct),
    fee: sent(checked.fee),
    ratePart: sent(checked.ratePart),
    sample: against === null ? undefined : roundMoney(against.amount, sendCurrency),
    provider: against?.provider,
    bestReceived: paidOut(against?.received),
    gap: paidOut(against?.gap),
    gapCost: sent(against?.gapCost),
    bestCost: sent(against?.cost),
    bestCostPct: pct(against?.costPct),
    meanCost: sent(against?.meanCost),
    meanCostPct: pct(against?.meanCostPct),
  };
  return {
    texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined)),
    conditions: new Set([
      ...(cost === null ? (["unknown"] as const) : (["known", isGain ? "gain" : "loss"] as const)),
      against === null ? ("alone" as const) : against.verdict,
      ...(against?.isNearest ? (["near"] as const) : []),
      ...(against?.isDoubtful ? (["doubtful"] as const) : []),
      ...(against?.gapCost == null ? [] : (["worth"] as const)),
    ]),
  };
}
