import { type Corridor, Decimal, decimalText, minorUnits } from "@openremit/shared/domain";
import type { SetAside } from "../adapter.ts";
import type { Tariff } from "./koronapay-answer.ts";

/** A major amount in minor units. */
export function inMinor(amount: string, currency: string): Decimal {
  return new Decimal(amount).times(new Decimal(10).pow(minorUnits(currency)));
}

/** Minor units as a major amount. */
export function fromMinor(amount: string, currency: string): string {
  return decimalText(new Decimal(amount).div(new Decimal(10).pow(minorUnits(currency))));
}

/** Why a way has no readable price; null where it has one. */
export function problemOf(tariffs: readonly Tariff[], corridor: Corridor): Omit<SetAside, "subject"> | null {
  const [tariff] = tariffs;
  if (tariff === undefined) return { code: "no_price", detail: "listed as offered, and no tariff came" };
  if (tariffs.length > 1) return { code: "ambiguous_price", detail: `${tariffs.length} tariffs for one way` };
  const discounts = [tariff.sendingAmountDiscount, tariff.sendingCommissionDiscount, tariff.exchangeRateDiscount];
  if (discounts.some((discount) => !/^[0.]+$/.test(discount))) {
    return { code: "unread_discount", detail: `discounts ${discounts.join(", ")} on amount, commission, rate` };
  }
  const { sendingAmount, sendingAmountWithoutCommission: principal, sendingCommission, receivingAmount } = tariff;
  const isFeeInside = new Decimal(principal).plus(sendingCommission).eq(sendingAmount);
  const converted = new Decimal(fromMinor(principal, corridor.sendCurrency)).times(tariff.exchangeRate);
  const stated = fromMinor(receivingAmount, corridor.receiveCurrency);
  const isRateTrue = converted
    .minus(stated)
    .abs()
    .lte(Decimal.max(new Decimal(stated).div(1000), "0.01"));
  if (isFeeInside && isRateTrue) return null;
  const detail = `${sendingAmount} less ${sendingCommission} at ${tariff.exchangeRate} is not ${receivingAmount}`;
  return { code: "unexplained_amount", detail };
}
