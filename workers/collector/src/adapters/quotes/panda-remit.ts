/**
 * Panda Remit, rate and fee of the public calculator: https://prod.pandaremit.com/web/ratefee, no credential.
 * Publishes: a rate per currency pair (`statistics/show`) and a fee per countries and amount (`fee`), as strings. No method
 * and no speed.
 * Direction: `sellRate` is target per source; `bankRate`, a reference of its own, is not used. The fee is taken as INSIDE:
 * received = (amount − fee) × sellRate, as the client seen computes; no answer proves it.
 * `defaultFee` is the standing fee, `fee` what is left of it under a promotion. Whether `sellRate` itself can be
 * promotional is not known.
 * A price is made of two answers; the one with the rate stands as its proof.
 * Quirks: countries as ISO alpha-3; the currencies of the rate stand in its path and are not repeated in the answer; how a
 * pair is refused was never seen, so `suc` false is an unfamiliar answer.
 * Seen: in a client with stored figures, EUR→CNY 2026-06-15; the shape is reconstructed.
 */
import { nonNegativeDecimalString, type Promotion, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, DomainError } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SourceAnswer } from "../adapter.ts";
import { alpha3Of } from "../country-alpha3.ts";
import { answerOf, corridorOf } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";

const home = "https://prod.pandaremit.com/web/ratefee";
const accept = { accept: "application/json" };
const rateAnswer = z.object({
  suc: z.literal(true),
  model: z.object({ currentRate: z.object({ sellRate: positiveDecimalString }) }),
});
const feeAnswer = z.object({
  suc: z.literal(true),
  model: z.object({ fee: nonNegativeDecimalString, defaultFee: nonNegativeDecimalString }),
});
type Fees = z.infer<typeof feeAnswer>["model"];

export const pandaRemit: QuoteAdapter = {
  key: "panda-remit",
  version: "1",
  scope: "corridor",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { sendCurrency, receiveCurrency } = corridorOf(task);
    return [{ method: "GET", url: `${home}/statistics/show/${sendCurrency}/${receiveCurrency}`, headers: accept }];
  },

  /** The fee of each amount, once there is a rate. */
  follow(answers: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[] {
    const { sendCountry, sendCurrency, receiveCountry, receiveCurrency } = corridorOf(task);
    sellRateOf(answerOf(answers));
    const sourceCountry = alpha3Of(sendCountry);
    const targetCountry = alpha3Of(receiveCountry);
    return task.amounts.map((sourceAmount) => ({
      method: "POST",
      url: `${home}/fee`,
      headers: { ...accept, "content-type": "application/json" },
      body: JSON.stringify({
        sourceAmount,
        sourceCountry,
        sourceCurrency: sendCurrency,
        targetCountry,
        targetCurrency: receiveCurrency,
      }),
    }));
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const corridor = corridorOf(task);
    const [first, ...others] = answers;
    if (first === undefined || others.length !== task.amounts.length) {
      throw new DomainError(`a rate and ${task.amounts.length} fees a visit, not ${answers.length} answers`);
    }
    const sellRate = sellRateOf(first);
    const fees = others.map(({ body }) => readShape(feeAnswer, readJson(body)).model);
    const quotes = task.amounts.flatMap((amount, place) => {
      const fee = fees[place];
      return fee === undefined ? [] : [{ ...priceOf(sellRate, fee), corridor, amount }];
    });
    return { quotes, setAside: [], proofs: quotes.map(() => 0) };
  },
};

function sellRateOf({ body }: SourceAnswer): string {
  return readShape(rateAnswer, readJson(body)).model.currentRate.sellRate;
}

function priceOf(rate: string, fees: Fees) {
  return {
    ...unsaid,
    provider: "panda-remit",
    payIn: null,
    payOut: null,
    payInCode: null,
    payOutCode: null,
    feePlacement: "inside",
    fee: fees.defaultFee,
    rate,
    received: null,
    priceKind: "standing",
    promotion: promotionOf(fees),
  } as const;
}

function promotionOf({ fee, defaultFee }: Fees): Promotion | null {
  if (new Decimal(fee).eq(defaultFee)) return null;
  return { rate: null, fee, received: null, upTo: null, eligibility: eligibilityUnsaid };
}
