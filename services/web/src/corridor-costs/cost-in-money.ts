import { moneyText, parseDecimal } from "@openremit/shared/domain";

/** What a cost in per cent of `pay` is in money, rounded half-up to the currency's minor unit (METHOD 2). */
export function costInMoney(costPct: string, pay: string, currency: string): string {
  return moneyText(parseDecimal(pay).times(parseDecimal(costPct)).div(100), currency);
}
