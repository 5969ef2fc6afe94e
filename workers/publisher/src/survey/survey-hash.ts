import { hash } from "node:crypto";
import type { Common } from "./build-service.ts";
import { leastDigits } from "./cells.ts";
import type { RowPrice } from "./price-of.ts";

const separator = "\u001f";

/** What a row says apart from its prices. Ids, the layout and our own words for it are no part of that. */
export function commonText(common: Common): string {
  return [
    common.period,
    common.corridor,
    common.surveyedOn,
    common.firm,
    common.firmType,
    common.product,
    common.accessPoint,
    common.payInText,
    common.payOutText,
    common.pickupLocation,
    common.coverage,
    common.speedText,
    common.transparent,
    common.note,
    common.note2,
    leastDigits(common.interbankRate),
  ].join(separator);
}

/**
 * Equal for rows that say the same at an amount. Zeros after the last digit come and go between a workbook and its text,
 * and say nothing.
 */
export function surveyHash(common: string, amountUsd: number, price: RowPrice): string {
  const text = [
    common,
    amountUsd,
    price.localCurrency,
    leastDigits(price.localAmount),
    leastDigits(price.fee),
    leastDigits(price.feePct),
    leastDigits(price.rate),
    leastDigits(price.fxMarginPct),
    leastDigits(price.totalCostPct),
  ].join(separator);
  // Whole: a slice would keep the rest of it in memory as well, some hundred thousand times.
  return hash("sha256", text, "base64url");
}
