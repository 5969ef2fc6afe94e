/**
 * Ria, the calculator of its public site: https://public.riamoneytransfer.com. A first request hands every visitor a token
 * of about 20 minutes without asking for anything; it is used for the visit at hand and not kept.
 * Publishes: the price of one pay-in and one pay-out at one amount, as JSON numbers, with the codes of the other methods.
 * Direction: rates are receive per send unit. The fee is ON TOP: totalAmount = amountFrom + totalFeesAndTaxes.
 * Standing price: `exchangeRate`. Where `exchangeRatePromo` is higher, `amountTo` is at that rate, of a first transfer.
 * Asked for are two ways of paying in and three of paying out, no more than that: each is a request of its own. What else the
 * answers list is said.
 * Quirks: Kosovo is KV; a locale in the wrong case is answered with 500; an unsupported method has an `errorResponse` and no
 * calculation. No delivery time. Other clients also send `Client-Type: PublicSite`, which this adapter is not.
 * Seen: never. RECONSTRUCTED from the code of five clients (2020 to 2026); that the fee is on top comes from 30 normalised
 * prices of theirs.
 */
import type { PublishedQuote } from "@openremit/shared/contracts";
import { type Corridor, DomainError, SourceShapeError } from "@openremit/shared/domain";
import { LosslessNumber, stringify } from "lossless-json";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { corridorOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { readPrice, readToken } from "./ria-answer.ts";
import { askedPairs, isExplained, listedCodesOf, priceOf, unreadPartsOf } from "./ria-price.ts";

const origin = "https://public.riamoneytransfer.com";
const json = { "content-type": "application/json", accept: "application/json" };

export const ria: QuoteAdapter = {
  key: "ria",
  version: "1",
  scope: "corridor",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const headers = { accept: "application/json", culturecode: localeOf(corridorOf(task)) };
    return [{ method: "GET", url: `${origin}/Authorization/session`, headers, secretFields: ["jwtToken"] }];
  },

  follow([first]: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[] {
    const corridor = corridorOf(task);
    const locale = localeOf(corridor);
    const headers = { ...json, culturecode: locale, authorization: `Bearer ${readToken(first)}` };
    return wantedOf(task).map(({ amount, ...methods }) => {
      const fixed = { promoId: 0, shouldCalcAmountFrom: false, shouldCalcVariableRates: true, locale };
      const amountFrom = new LosslessNumber(amount);
      const body = stringify({ selections: { ...placesOf(corridor), amountFrom, ...methods, ...fixed } }) ?? "";
      return { method: "POST", url: `${origin}/MoneyTransferCalculator/Calculate`, headers, body };
    });
  },

  parse([, ...answers]: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const corridor = corridorOf(task);
    const quotes: PublishedQuote[] = [];
    const setAside: SetAside[] = [];
    const proofs: number[] = [];
    const refusals: Refusal[] = [];
    const listed = new Set<string>();
    const wanted = wantedOf(task);
    for (const [place, { amount, ...methods }] of wanted.entries()) {
      const answer = answers[place];
      if (answer === undefined) throw new DomainError(`${wanted.length} prices asked, ${answers.length} answered`);
      const read = readPrice(answer);
      if ("refused" in read) {
        refusals.push({ ...methods, detail: read.refused });
        continue;
      }
      requireEcho(
        Object.entries({ ...placesOf(corridor), ...methods }).map(([name, value]) => `${name} ${value}`),
        Object.entries(read.selections).map(([name, value]) => `${name} ${value}`),
      );
      requireAmountEcho(amount, read.calculations.amountFrom);
      setAside.push(...unreadPartsOf(read));
      for (const code of listedCodesOf(read)) listed.add(code);
      if (!isExplained(read)) continue;
      quotes.push({ ...priceOf(read), corridor, amount });
      proofs.push(place + 1);
    }
    if (refusals.length > 0 && refusals.length === wanted.length) {
      throw new SourceShapeError(`nothing has a price: ${refusals[0]?.detail}`);
    }
    const odd = refusals.filter(
      ({ paymentMethod, deliveryMethod }) => listed.has(paymentMethod) && listed.has(deliveryMethod),
    );
    return { quotes, setAside: [...setAside, ...odd.map(notPriced)], proofs };
  },
};

/** A pair that is turned down. Where the source lists neither or but one of its methods, they are just not offered. */
interface Refusal {
  readonly paymentMethod: string;
  readonly deliveryMethod: string;
  readonly detail: string;
}

function notPriced({ paymentMethod, deliveryMethod, detail }: Refusal): SetAside {
  return { code: "not_priced", subject: `${paymentMethod}/${deliveryMethod}`, detail };
}

function placesOf({ sendCountry, sendCurrency, receiveCountry, receiveCurrency }: Corridor) {
  const own = (country: string) => (country === "XK" ? "KV" : country);
  return {
    countryFrom: own(sendCountry),
    countryTo: own(receiveCountry),
    currencyFrom: sendCurrency,
    currencyTo: receiveCurrency,
  };
}

function localeOf({ sendCountry }: Corridor): string {
  return `en-${sendCountry}`;
}

function wantedOf({ amounts }: QuoteTask) {
  return amounts.flatMap((amount) => askedPairs.map((methods) => ({ amount, ...methods })));
}
