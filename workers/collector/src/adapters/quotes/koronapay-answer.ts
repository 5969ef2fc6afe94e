import { currencyCode, positiveDecimalString } from "@openremit/shared/contracts";
import type { Corridor } from "@openremit/shared/domain";
import { z } from "zod";
import type { SourceAnswer } from "../adapter.ts";
import { methodCode } from "../method-codes.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";

/** Money in minor units. */
const minor = z.string().regex(/^\d{1,18}$/, "whole minor units");
const pair = {
  sendingCurrency: z.object({ code: currencyCode }),
  receivingCurrency: z.object({ code: currencyCode }),
};

const way = z
  .object({
    ...pair,
    minSendingAmount: minor,
    maxSendingAmount: minor,
    paymentMethod: methodCode,
    receivingMethod: methodCode,
  })
  .transform((read) => ({ ...read, payInCode: read.paymentMethod, payOutCode: read.receivingMethod }));
/** A way of paying in and out that the source offers, and between which amounts. */
export type Way = z.infer<typeof way>;

const tariff = z.object({
  ...pair,
  sendingAmount: minor,
  sendingAmountWithoutCommission: minor,
  sendingCommission: minor,
  receivingAmount: minor,
  exchangeRate: positiveDecimalString,
  sendingAmountDiscount: minor,
  sendingCommissionDiscount: minor,
  exchangeRateDiscount: z.string().max(60),
});
export type Tariff = z.infer<typeof tariff>;

/** The ways offered for the corridor's two currencies; none where the source does not send there. */
export function readWays({ body }: SourceAnswer, corridor: Corridor): readonly Way[] {
  return readShape(z.array(way), readJson(body)).filter(isBetween(corridor));
}

export function readTariffs({ body }: SourceAnswer): readonly Tariff[] {
  return readShape(z.array(tariff), readJson(body));
}

export function isBetween({ sendCurrency, receiveCurrency }: Corridor) {
  return ({ sendingCurrency, receivingCurrency }: Pick<Way, "sendingCurrency" | "receivingCurrency">) =>
    sendingCurrency.code === sendCurrency && receivingCurrency.code === receiveCurrency;
}
