/**
 * Instarem (Nium), the public calculator: https://www.instarem.com/api/v1/public, no credential.
 * Publishes: in `payment-method/fee` the ways of paying in, in `transaction/computed-value` the price by one of them at one
 * amount, as JSON numbers in major units. So the list is asked first, then a price for each way that is understood.
 * Direction: rates are target per source; `fx_rate` is a reference of its own and not read. The fee is INSIDE:
 * net_of_fee_amount = gross_source_amount − fees, destination_amount = net_of_fee_amount × instarem_fx_rate. That the fee of
 * a card is inside like the others is assumed, and every answer is held against it.
 * Standing price: the `regular_` fields. The others are what a visitor is quoted, a first transfer without fee.
 * Quirks: the receiving country is not asked for, only its currency; ways are told apart by their words (`text`), since
 * codes name a bank and a country; an empty list is a route not offered; a text in `source_validation` or
 * `destination_validation` is a refusal of the amount. No pay-out, no delivery time.
 * Seen: SG→IN SGD 1000 recorded 2026-01-11; a sender in Europe was not recorded.
 */
import { DomainError, type PayIn } from "@openremit/shared/domain";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { codeTable } from "../method-codes.ts";
import { questionOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { unsaid } from "../unsaid.ts";
import { type Method, readComputed, readMethods } from "./instarem-answer.ts";
import { problemOf, standingAndPromotion } from "./instarem-price.ts";

const payIns = codeTable<PayIn>([
  ["bank_transfer", ["Bank Transfer", "PayNow"]],
  ["debit_card", ["Debit Card"]],
  ["credit_card", ["Credit Card"]],
  ["wallet_pay", ["Apple Pay", "Google Pay"]],
]);

const calculator = "https://www.instarem.com/api/v1/public";
const headers = { accept: "application/json" };

export const instarem: QuoteAdapter = {
  key: "instarem",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    const query = new URLSearchParams({
      source_currency: corridor.sendCurrency,
      source_amount: amount,
      destination_currency: corridor.receiveCurrency,
      country_code: corridor.sendCountry,
    });
    return [{ method: "GET", url: `${calculator}/payment-method/fee?${query}`, headers }];
  },

  follow(answers: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    return [...waysToAsk(answers).ways.values()].map(({ key }) => {
      const query = new URLSearchParams({
        source_currency: corridor.sendCurrency,
        destination_currency: corridor.receiveCurrency,
        instarem_bank_account_id: key,
        country_code: corridor.sendCountry,
        source_amount: amount,
      });
      return { method: "GET", url: `${calculator}/transaction/computed-value?${query}`, headers };
    });
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const { ways, setAside } = waysToAsk(answers);
    const prices = answers.slice(1).map(readComputed);
    if (prices.length !== ways.size)
      throw new DomainError(`${prices.length} prices for ${ways.size} ways of paying in`);
    const read = [...ways].map(([payIn, { text }], place) => {
      const options = prices.slice(place, place + 1);
      for (const { country_code, source_currency, destination_currency, gross_source_amount } of options) {
        const { sendCountry, sendCurrency, receiveCurrency } = corridor;
        requireEcho(
          [sendCountry, sendCurrency, receiveCurrency],
          [country_code, source_currency, destination_currency],
        );
        requireAmountEcho(amount, gross_source_amount);
      }
      const problems = options.flatMap((option) => problemOf(option) ?? []);
      const priced = problems.length > 0 ? [] : options;
      const way = { payIn, payInCode: text, payOut: null, payOutCode: null, feePlacement: "inside" } as const;
      return {
        quotes: priced.map((option) => ({
          ...{ ...unsaid, provider: "instarem", corridor, amount, ...way, priceKind: "standing" as const },
          ...standingAndPromotion(option),
        })),
        proofs: priced.map(() => place + 1),
        setAside: problems.map((problem) => ({ ...problem, subject: text })),
      };
    });
    return {
      quotes: read.flatMap(({ quotes }) => quotes),
      proofs: read.flatMap(({ proofs }) => proofs),
      setAside: [...setAside, ...read.flatMap((one) => one.setAside)],
    };
  },
};

/** One way for each canonical pay-in, the most general; words that are in no table are set aside. */
function waysToAsk([list]: readonly SourceAnswer[]) {
  if (list === undefined) throw new DomainError("the list of ways is the first answer");
  const ways = new Map<PayIn, Method>();
  const setAside: SetAside[] = [];
  for (const method of readMethods(list)) {
    const known = payIns.get(method.text);
    const detail = "pay-in words in no table";
    if (known === undefined) setAside.push({ code: "unknown_pay_in", subject: method.text || "(empty)", detail });
    else if (known.place < (payIns.get(ways.get(known.method)?.text ?? "")?.place ?? payIns.size)) {
      ways.set(known.method, method);
    }
  }
  return { ways, setAside };
}
