import { hash } from "node:crypto";
import type { SurveyService } from "@openremit/shared/contracts";
import { leastDigits } from "./cells.ts";

/**
 * Tells whether two rows say the same. Ids, the layout and our own flags are not part of what a row says; neither are
 * zeros after the last digit, which come and go between a workbook and its text.
 */
export function surveyHash(service: SurveyService): string {
  const {
    period,
    corridor,
    surveyedOn,
    firm,
    firmType,
    product,
    accessPoint,
    payInText,
    payOutText,
    pickupLocation,
    coverage,
    speedText,
    amountUsd,
    transparent,
    note,
    note2,
  } = service;
  const words = [
    period,
    corridor,
    surveyedOn,
    firm,
    firmType,
    product,
    accessPoint,
    payInText,
    payOutText,
    pickupLocation,
    coverage,
    speedText,
    amountUsd,
    transparent,
    note,
    note2,
    service.localCurrency,
    leastDigits(service.localAmount),
    leastDigits(service.fee),
    leastDigits(service.feePct),
    leastDigits(service.rate),
    leastDigits(service.interbankRate),
    leastDigits(service.fxMarginPct),
    leastDigits(service.totalCostPct),
  ];
  return hash("sha256", words.join("\u001f"), "hex").slice(0, 32);
}
