import type { SurveyService } from "@openremit/shared/contracts";
import type { SurveyAmount, SurveyFlag } from "@openremit/shared/domain";
import type { RowPrice } from "./price-of.ts";

/** Everything of a row that does not depend on the amount. */
export type Common = Omit<SurveyService, "surveyId" | "amountUsd" | "flags" | keyof RowPrice>;

/** A service at one amount. Field by field: spreading objects of this size takes most of the time of an import. */
export function buildService(
  common: Common,
  price: RowPrice,
  amountUsd: SurveyAmount,
  flags: SurveyFlag[],
): SurveyService {
  return {
    surveyId: `${common.sourceRowId ?? describe(common)}/${amountUsd}`,
    sourceRowId: common.sourceRowId,
    layout: common.layout,
    period: common.period,
    surveyedOn: common.surveyedOn,
    corridor: common.corridor,
    sourceCountry: common.sourceCountry,
    destinationCountry: common.destinationCountry,
    firm: common.firm,
    firmType: common.firmType,
    product: common.product,
    accessPoint: common.accessPoint,
    payInText: common.payInText,
    payIn: common.payIn,
    payOutText: common.payOutText,
    payOut: common.payOut,
    pickupLocation: common.pickupLocation,
    coverage: common.coverage,
    speedText: common.speedText,
    speed: common.speed,
    speedDays: common.speedDays,
    amountUsd,
    localAmount: price.localAmount,
    localCurrency: price.localCurrency,
    fee: price.fee,
    feePct: price.feePct,
    rate: price.rate,
    interbankRate: common.interbankRate,
    fxMarginPct: price.fxMarginPct,
    totalCostPct: price.totalCostPct,
    transparent: common.transparent,
    payOutCurrency: common.payOutCurrency,
    note: common.note,
    note2: common.note2,
    flags,
  };
}

/** What tells services apart in a file without ids; several of one firm are numbered later. */
function describe({ corridor, firm, firmType }: Common): string {
  return `${corridor} ${firm} (${firmType ?? "unknown type"})`;
}
