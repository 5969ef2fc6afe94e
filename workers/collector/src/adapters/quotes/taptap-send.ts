/**
 * Taptap Send, the public web calculator's table: https://api.taptapsend.com/api/fxRates, no credential. Without its
 * three public web headers it answers 400.
 * Publishes: every origin × destination in one answer, one rate and one fee schedule for every amount, as decimal strings.
 * Direction: `fxRate` is target per source. The fee is ON TOP.
 * Fee: `feeSchedule` "tiered" (lower-bound tiers) or "standard" (flatFee, feePercent, maxFee); where there is none,
 * `senderCurrencyFlatFee`; where neither is there, no fee. Any other type is a fee nobody can read, never fee 0. feePercent and
 * maxFee are known from another client only, which reads the first as per cent.
 * Quirks: some rates have so few decimals (0.002) that the last digit alone hides a margin; destinations share currencies, so
 * the key is country and currency; `govIncentive` is a separate line of the receiver's side and not read (METHOD 6).
 * No pay-in, no pay-out, no speed, no promotion.
 * Seen: recorded 2026-07-22, trimmed to five origins (ES, GB, US, CA, AU).
 */
import {
  currencyCode,
  type FeeScheduleText,
  nonNegativeDecimalString,
  type PublishedQuote,
} from "@openremit/shared/contracts";
import { type Corridor, corridorKey, Decimal } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SourceAnswer } from "../adapter.ts";
import { answerOf } from "../one-visit.ts";
import { type CorridorReading, readCorridors } from "../read-corridors.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { unsaid } from "../unsaid.ts";
import { feesOf, publishedFees } from "./taptap-send-fees.ts";

const place = { isoCountryCode: z.string().min(2), currency: currencyCode };
const destination = z.object({ ...place, ...publishedFees, fxRate: nonNegativeDecimalString });

const fxRates = z.object({
  availableCountries: z.array(z.object({ ...place, corridors: z.array(destination) })).min(1),
});

export const taptapSend: QuoteAdapter = {
  key: "taptap-send",
  version: "1",
  scope: "all",

  plan(): readonly PlannedRequest[] {
    const webHeaders = { "appian-version": "web/2022-05-03.0", "x-device-id": "web", "x-device-model": "web" };
    const headers = { accept: "application/json", ...webHeaders };
    return [{ method: "GET", url: "https://api.taptapsend.com/api/fxRates", headers }];
  },

  parse(answers: readonly SourceAnswer[], { corridors }: QuoteTask): ParsedQuotes {
    const { availableCountries } = readShape(fxRates, readJson(answerOf(answers).body));
    return readCorridors(corridors, (corridor) => {
      const { sendCountry, sendCurrency, receiveCountry, receiveCurrency } = corridor;
      const offered = availableCountries
        .find(isPlace(sendCountry, sendCurrency))
        ?.corridors.find(isPlace(receiveCountry, receiveCurrency));
      return offered === undefined ? null : readDestination(corridor, offered);
    });
  },
};

function readDestination(corridor: Corridor, { fxRate, ...fees }: z.infer<typeof destination>): CorridorReading {
  const subject = corridorKey(corridor);
  if (isCoarse(fxRate)) {
    return { code: "coarse_rate", subject, detail: `rate ${fxRate} may be off by more than 1 %` };
  }
  const feeSchedule = feesOf(fees);
  if (feeSchedule !== null) return quoteOf(corridor, fxRate, feeSchedule);
  return { code: "unknown_fee_schedule", subject, detail: JSON.stringify(fees.feeSchedule) };
}

function isPlace(country: string, currency: string) {
  return (listed: { readonly isoCountryCode: string; readonly currency: string }) =>
    listed.isoCountryCode === country && listed.currency === currency;
}

/** Whether half a unit of the last published digit exceeds 1 % of the rate. */
function isCoarse(rate: string): boolean {
  const decimals = rate.split(".")[1]?.length ?? 0;
  return new Decimal(10).pow(-decimals).div(2).gt(new Decimal(rate).div(100));
}

function quoteOf(corridor: Corridor, rate: string, feeSchedule: FeeScheduleText): PublishedQuote {
  return {
    ...unsaid,
    provider: "taptap-send",
    corridor,
    payIn: null,
    payOut: null,
    payInCode: null,
    payOutCode: null,
    feePlacement: "on_top",
    amount: null,
    fee: null,
    feeSchedule,
    rate,
    received: null,
    priceKind: "standing",
  };
}
