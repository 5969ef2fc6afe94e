/**
 * OFX, the public converter: https://api.ofx.com/PublicSite.ApiService/OFX/spotrate/Individual, no credential.
 * Publishes: one customer rate per currency pair at one amount, as JSON numbers in major units; better for larger amounts. Its
 * `InterbankRate` is a reference of its own and not read.
 * Direction: `CustomerRate` is target per source. The fee is ON TOP: CustomerAmount = amount × CustomerRate, without the fee.
 * That `Fee` (or `DefaultFee`) is in the send currency is assumed; where there is neither, the fee is not disclosed.
 * OFX moves money between bank accounts only; the answer speaks neither of ways nor of currencies.
 * `DeliveryTime` counts days and may be missing. Refusals carry `ErrorCode` and `Message`; the minimum is about USD 150, and a
 * message that names a minimum is read as a refusal of the amount, which nobody has recorded. No promotion was ever seen.
 * Seen: figures of EUR→INR and EUR→USD at 500 and 1000 noted on 2026-06-15; no whole answer.
 */
import { nonNegativeDecimalString, positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { answerOf, questionOf } from "../one-visit.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { speedOfDays } from "../speed-bands.ts";
import { unsaid } from "../unsaid.ts";

const refusal = z.object({ ErrorCode: z.string(), Message: z.string() });

const spotRate = z.object({
  CustomerRate: positiveDecimalString,
  CustomerAmount: nonNegativeDecimalString,
  Fee: nonNegativeDecimalString.nullish(),
  DefaultFee: nonNegativeDecimalString.nullish(),
  DeliveryTime: z.string().max(60).nullish(),
});
type SpotRate = z.infer<typeof spotRate>;

export const ofx: QuoteAdapter = {
  key: "ofx",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    const pair = `${corridor.sendCurrency}/${corridor.receiveCurrency}`;
    const url = `https://api.ofx.com/PublicSite.ApiService/OFX/spotrate/Individual/${pair}/${amount}?format=json`;
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const answer = readJson(answerOf(answers).body);
    const refused = refusal.safeParse(answer);
    if (refused.success) return { quotes: [], setAside: [belowMinimum(refused.data)] };
    const price = readShape(spotRate, answer);
    const { CustomerRate: rate, CustomerAmount: received } = price;
    const expected = new Decimal(amount).times(rate);
    if (
      expected
        .minus(received)
        .abs()
        .gt(Decimal.max(expected.div(10_000), "0.01"))
    ) {
      const detail = `${amount} at ${rate} is not ${received}`;
      return { quotes: [], setAside: [{ code: "unexplained_amount", subject: corridor.receiveCurrency, detail }] };
    }
    const { speed, setAside } = speedOf(price);
    const ways = { payIn: "bank_transfer", payOut: "bank_deposit", payInCode: null, payOutCode: null } as const;
    const figures = { fee: price.Fee ?? price.DefaultFee ?? null, rate, received, speed } as const;
    return {
      quotes: [
        {
          ...{ ...unsaid, provider: "ofx", corridor, amount, ...ways },
          ...{ feePlacement: "on_top", ...figures, priceKind: "standing" },
        },
      ],
      setAside,
    };
  },
};

/** Any other refusal is no answer: what was known before stays. */
function belowMinimum({ ErrorCode, Message }: z.infer<typeof refusal>): SetAside {
  const detail = `error ${ErrorCode}: ${Message}`;
  if (!/minimum/i.test(Message)) throw new SourceShapeError(detail);
  return { code: "not_priced", subject: "minimum amount", detail };
}

function speedOf({ DeliveryTime }: SpotRate) {
  if (DeliveryTime === null || DeliveryTime === undefined) return { speed: null, setAside: [] };
  if (/^\d{1,2}$/.test(DeliveryTime)) {
    return { speed: speedOfDays(Number.parseInt(DeliveryTime, 10)), setAside: [] };
  }
  const detail = "no delivery time is read from this DeliveryTime; the price stays";
  return { speed: null, setAside: [{ code: "unknown_speed", subject: DeliveryTime || "(empty)", detail }] };
}
