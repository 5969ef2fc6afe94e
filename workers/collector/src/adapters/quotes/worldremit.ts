/**
 * WorldRemit, the price calculation behind its site: https://api.worldremit.com/graphql, no credential. The site's pages
 * have a bot wall, this host had none; where it refuses, it is left alone.
 * Publishes: the ways of paying out of a corridor with a delivery time in words; then, per way of paying out and amount,
 * the price and the total to pay for each way of paying in, as JSON numbers.
 * Direction: rates are receive per send unit. The fee is ON TOP: total = send + fee − discount, and the surcharge of a
 * pay-in shows only as a larger total of its own.
 * Standing price: `crossedOutValue` where there is one, else `value`. Then `value` and `receive` are a new customer's.
 * Quirks: `receive.amount` is rounded to what the pay-out can hand over (whole shillings); countries are not echoed;
 * `correspondentId` may be empty; `discount` was null where recorded, its shape is known from other clients' queries.
 * Other clients send the site's Origin and `x-wr-platform: Web`, which this adapter is not and does not say it is.
 * Seen: US→KE USD 100 (methods and one calculation) recorded 2025-12.
 */
import type { PublishedQuote } from "@openremit/shared/contracts";
import { type Corridor, DomainError } from "@openremit/shared/domain";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { chooseOnePerPair } from "../method-codes.ts";
import { corridorOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { type PayOutMethod, readCalculation, readPayOutMethods } from "./worldremit-answer.ts";
import { isExplained, type PriceOption, payIns, payOuts, priceOf, speedOf, waysToPayOut } from "./worldremit-price.ts";
import { calculationRequest, methodsRequest } from "./worldremit-query.ts";

export const worldremit: QuoteAdapter = {
  key: "worldremit",
  version: "1",
  scope: "corridor",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    return [methodsRequest(corridorOf(task))];
  },

  follow([first]: readonly SourceAnswer[], task: QuoteTask): readonly PlannedRequest[] {
    const corridor = corridorOf(task);
    return wantedOf(readPayOutMethods(first), task).map(({ amount, method }) =>
      calculationRequest(corridor, amount, method.code),
    );
  },

  parse([first, ...answers]: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const corridor = corridorOf(task);
    const methods = readPayOutMethods(first);
    const wanted = wantedOf(methods, task);
    const setAside: SetAside[] = methods.flatMap(unreadPartsOf);
    const quotes: PublishedQuote[] = [];
    const proofs: number[] = [];
    for (const [place, { amount, method }] of wanted.entries()) {
      const answer = answers[place];
      if (answer === undefined) throw new DomainError(`${wanted.length} prices asked, ${answers.length} answered`);
      const read = readOptions(answer, { amount, method }, corridor);
      const { chosen, setAside: unchosen } = chooseOnePerPair(read.options, payIns, payOuts);
      setAside.push(...read.setAside, ...unchosen);
      quotes.push(...chosen.map((choice) => ({ ...priceOf(choice), corridor, amount })));
      proofs.push(...chosen.map(() => place + 1));
    }
    return { quotes, setAside, proofs };
  },
};

interface Wanted {
  readonly amount: string;
  readonly method: PayOutMethod;
}

function wantedOf(methods: readonly PayOutMethod[], { amounts }: QuoteTask): readonly Wanted[] {
  const ways = waysToPayOut(methods);
  return amounts.flatMap((amount) => ways.map((method) => ({ amount, method })));
}

function readOptions(answer: SourceAnswer, { amount, method }: Wanted, corridor: Corridor) {
  const read = readCalculation(answer);
  if ("refused" in read) return { options: [], setAside: [aside("not_priced", method.code, read.refused)] };
  const { send, receive, informativeSummary, payInMethodsCalculations } = read;
  const { fee, discount } = informativeSummary;
  const paid = [send, fee.value, discount?.value ?? send, ...payInMethodsCalculations.map((one) => one.totalToPay)];
  requireEcho([corridor.receiveCurrency], [receive.currency]);
  for (const { currency } of paid) requireEcho([corridor.sendCurrency], [currency]);
  requireAmountEcho(amount, send.amount);
  const all = payInMethodsCalculations.map(({ totalToPay, payInMethod }): PriceOption => {
    const codes = { payInCode: payInMethod.id, payOutCode: method.code };
    return { ...codes, totalToPay: totalToPay.amount, calculation: read, method };
  });
  const unexplained = all.filter((option) => !isExplained(option));
  return {
    options: all.filter(isExplained),
    setAside: unexplained.map(({ payInCode, payOutCode, totalToPay }) =>
      aside("unexplained_charge", `${payInCode}/${payOutCode}`, `${totalToPay} to pay is not amount, fee and discount`),
    ),
  };
}

function unreadPartsOf(method: PayOutMethod): readonly SetAside[] {
  const { code, payOutTimeEstimate } = method;
  if (!payOuts.has(code)) return [aside("unknown_pay_out", code || "(empty)", "pay-out code in no table")];
  if (payOutTimeEstimate === null || speedOf(method) !== null) return [];
  return [aside("unknown_speed", payOutTimeEstimate, "no delivery time is read from these words; the prices stay")];
}

function aside(code: string, subject: string, detail: string): SetAside {
  return { code, subject, detail };
}
