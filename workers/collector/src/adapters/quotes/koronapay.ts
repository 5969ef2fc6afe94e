/**
 * KoronaPay Europe, public tariffs: https://koronapay.com/api/transfers/tariffs, no credential. Its own page also sends
 * `X-Application: Qpay-Web/3.0` and a referer; this adapter is not that page and sends neither, which nobody has tried.
 * Publishes: in `tariffs/info` the ways of paying in and out of a country pair with their limits, in `tariffs` the price of
 * one way at one amount. So the list is asked first, then a price for each listed way. Asked for debit cards only.
 * Direction: `exchangeRate` is target per source where `exchangeRateType` is `reverse`, as recorded; the figures are held
 * against each other, so a rate the other way round is set aside. The fee is INSIDE: sendingAmount =
 * sendingAmountWithoutCommission + sendingCommission, and receivingAmount = sendingAmountWithoutCommission × exchangeRate.
 * Units: amounts are whole minor units (ISO 4217's are assumed), currencies ISO 4217 digits, countries ISO alpha-3.
 * Quirks: three discount fields, 0 where recorded; nobody knows whether the figures beside them include them. A list that
 * lacks the currency is a route not offered. `accountViaHizlipara` (Turkey) is in no vocabulary. No delivery time.
 * Seen: BE→UZ EUR 100 by debit card, recorded at the end of 2025, the list trimmed.
 */
import { type Corridor, DomainError, decimalText, type PayIn, type PayOut } from "@openremit/shared/domain";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SourceAnswer } from "../adapter.ts";
import { alpha3Of } from "../country-alpha3.ts";
import { currencyNumberOf } from "../currency-numbers.ts";
import { type ChosenOption, chooseOnePerPair, codeTable } from "../method-codes.ts";
import { questionOf, requireAmountEcho } from "../one-visit.ts";
import { unsaid } from "../unsaid.ts";
import { isBetween, readTariffs, readWays, type Tariff, type Way } from "./koronapay-answer.ts";
import { fromMinor, inMinor, problemOf } from "./koronapay-tariff.ts";

const payIns = codeTable<PayIn>([
  ["debit_card", ["debitCard"]],
  ["credit_card", ["creditCard"]],
]);
const payOuts = codeTable<PayOut>([
  ["bank_deposit", ["account", "iban"]],
  ["cash_pickup", ["cash"]],
  ["mobile_wallet", ["wallet"]],
  ["card", ["card"]],
]);

const tariffsUrl = "https://koronapay.com/api/transfers/tariffs";
const headers = { accept: "application/vnd.cft-data.v2.152+json" };

export const koronapay: QuoteAdapter = {
  key: "koronapay",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor } = questionOf(task);
    const query = new URLSearchParams({
      ...countriesOf(corridor),
      forTransferRepeat: "false",
      paymentMethod: "debitCard",
    });
    return [{ method: "GET", url: `${tariffsUrl}/info?${query}`, headers }];
  },

  follow(answers: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    return waysToAsk(answers, task).chosen.map(({ option }) => {
      const query = new URLSearchParams({
        ...countriesOf(corridor),
        sendingCurrencyId: currencyNumberOf(corridor.sendCurrency),
        receivingCurrencyId: currencyNumberOf(corridor.receiveCurrency),
        sendingAmount: decimalText(inMinor(amount, corridor.sendCurrency)),
        paymentMethod: option.paymentMethod,
        receivingMethod: option.receivingMethod,
        paidNotificationEnabled: "false",
      });
      return { method: "GET", url: `${tariffsUrl}?${query}`, headers };
    });
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const { chosen, setAside } = waysToAsk(answers, task);
    if (answers.length !== chosen.length + 1)
      throw new DomainError(`${answers.length} answers, asked ${chosen.length + 1}`);
    const read = chosen.map((way, place) => {
      const answer = place + 1;
      const tariffs = answers
        .slice(answer, answer + 1)
        .flatMap(readTariffs)
        .filter(isBetween(corridor));
      for (const { sendingAmount } of tariffs) {
        requireAmountEcho(amount, fromMinor(sendingAmount, corridor.sendCurrency));
      }
      const problem = problemOf(tariffs, corridor);
      const subject = `${way.option.paymentMethod}/${way.option.receivingMethod}`;
      const priced = problem === null ? tariffs : [];
      return {
        quotes: priced.map((tariff) => ({ ...priceOf(way, tariff, corridor), corridor, amount })),
        proofs: priced.map(() => answer),
        setAside: problem === null ? [] : [{ ...problem, subject }],
      };
    });
    return {
      quotes: read.flatMap(({ quotes }) => quotes),
      proofs: read.flatMap(({ proofs }) => proofs),
      setAside: [...setAside, ...read.flatMap((one) => one.setAside)],
    };
  },
};

function countriesOf({ sendCountry, receiveCountry }: Corridor) {
  return { sendingCountryId: alpha3Of(sendCountry), receivingCountryId: alpha3Of(receiveCountry) };
}

/** Of the ways offered at the amount, one per canonical pair. */
function waysToAsk([list]: readonly SourceAnswer[], task: QuoteTask) {
  const { corridor, amount } = questionOf(task);
  if (list === undefined) throw new DomainError("the list of ways is the first answer");
  const asked = inMinor(amount, corridor.sendCurrency);
  const open = readWays(list, corridor).filter(
    ({ minSendingAmount, maxSendingAmount }) => asked.gte(minSendingAmount) && asked.lte(maxSendingAmount),
  );
  return chooseOnePerPair(open, payIns, payOuts);
}

function priceOf({ option, payIn, payOut }: ChosenOption<Way>, tariff: Tariff, corridor: Corridor) {
  return {
    ...unsaid,
    provider: "koronapay",
    payIn,
    payOut,
    payInCode: option.payInCode,
    payOutCode: option.payOutCode,
    feePlacement: "inside",
    fee: fromMinor(tariff.sendingCommission, corridor.sendCurrency),
    rate: tariff.exchangeRate,
    received: fromMinor(tariff.receivingAmount, corridor.receiveCurrency),
    priceKind: "standing",
  } as const;
}
