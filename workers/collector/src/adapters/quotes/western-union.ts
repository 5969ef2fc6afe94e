/**
 * Western Union, online price catalogue: https://www.westernunion.com/wuconnect/prices/catalog, for anonymous visitors;
 * some callers needed the start page's cookies, which this adapter does not ask for.
 * Publishes: every service (pay-out) × fund_in (pay-in) at one amount, as JSON numbers in major units.
 * Direction: `fx_rate` is target per source and differs by pay-out and by pay-in. The fee is ON TOP: gross_amount =
 * send_amount + gross_fee; receive_amount = send_amount × fx_rate.
 * `speed_indicator` counts days ("0", "1", "1-2", "1-3"): "0" is said of Money in Minutes too, and proves the same day only.
 * Quirks: a pair not priced online answers 200 with a negative status and MISSING PRICING SETUP; an HTML page is the bot
 * wall; fund_in `PA` is of uncertain meaning. Promotional fields (`promotional_fx_rate`, `promo_fx_rate`, `net_fee`) are known
 * from another client's hand-made fixture only, where receive_amount stays at the standing rate.
 * Seen: ES→PH EUR 1000 recorded 2026-07-02.
 */
import type { Promotion } from "@openremit/shared/contracts";
import { Decimal, type PayIn, type PayOut, type Speed } from "@openremit/shared/domain";
import type { ParsedQuotes, PlannedRequest, QuoteAdapter, QuoteTask, SetAside, SourceAnswer } from "../adapter.ts";
import { type ChosenOption, chooseOnePerPair, codeTable } from "../method-codes.ts";
import { answerOf, questionOf, requireAmountEcho, requireEcho } from "../one-visit.ts";
import { speedOfDays } from "../speed-bands.ts";
import { eligibilityUnsaid, unsaid } from "../unsaid.ts";
import { type PriceOption, readCatalog } from "./western-union-answer.ts";

/** EB, a transfer from any online bank, before the schemes of some banks and countries (TR and TK Trustly, SO Sofort). */
const payIns = codeTable<PayIn>([
  ["bank_transfer", ["EB", "BA", "AC", "PB", "SO", "TR", "TK"]],
  ["debit_card", ["DC"]],
  ["credit_card", ["CC"]],
  ["wallet_pay", ["AP", "GP"]],
  ["cash", ["CA"]],
]);
const payOuts = codeTable<PayOut>([
  ["bank_deposit", ["500", "501", "50A", "001", "002", "115"]],
  ["cash_pickup", ["000"]],
  ["mobile_wallet", ["800", "801", "050", "060"]],
  ["card", ["200", "080"]],
  ["home_delivery", ["100", "700"]],
]);

export const westernUnion: QuoteAdapter = {
  key: "western-union",
  version: "1",
  scope: "amount",

  plan(task: QuoteTask): readonly PlannedRequest[] {
    const { corridor, amount } = questionOf(task);
    const body = JSON.stringify({
      header_request: { version: "0.5", request_type: "PRICECATALOG" },
      sender: {
        client: "WUCOM",
        channel: "WWEB",
        cty_iso2_ext: corridor.sendCountry,
        curr_iso3: corridor.sendCurrency,
        funds_in: "*",
        send_amount: amount,
      },
      receiver: {
        cty_iso2_ext: corridor.receiveCountry,
        cty_iso2: corridor.receiveCountry,
        curr_iso3: corridor.receiveCurrency,
      },
    });
    const headers = { "content-type": "application/json", accept: "application/json" };
    return [{ method: "POST", url: "https://www.westernunion.com/wuconnect/prices/catalog", headers, body }];
  },

  parse(answers: readonly SourceAnswer[], task: QuoteTask): ParsedQuotes {
    const { corridor, amount } = questionOf(task);
    const catalog = readCatalog(answerOf(answers));
    if (catalog === null) return { quotes: [], setAside: [] };
    const { sender, receiver, services_groups } = catalog;
    requireEcho(
      [corridor.sendCountry, corridor.sendCurrency, corridor.receiveCountry, corridor.receiveCurrency],
      [sender.cty_iso2_ext, sender.curr_iso3, receiver.cty_iso2_ext, receiver.curr_iso3],
    );
    const options = services_groups.flatMap(({ service, pay_groups }) =>
      pay_groups.map((group): PriceOption => ({ ...group, payInCode: group.fund_in, payOutCode: service })),
    );
    for (const { send_amount } of options) requireAmountEcho(amount, send_amount);
    const { chosen, setAside } = chooseOnePerPair(options, payIns, payOuts);
    return {
      quotes: chosen.map((choice) => ({ ...priceOf(choice), corridor, amount })),
      setAside: [...setAside, ...unknownSpeeds(chosen)],
    };
  },
};

function priceOf({ option, payIn, payOut }: ChosenOption<PriceOption>) {
  const { min_amount, max_amount } = option;
  return {
    ...unsaid,
    provider: "western-union",
    payIn,
    payOut,
    payInCode: option.payInCode,
    payOutCode: option.payOutCode,
    feePlacement: "on_top",
    fee: option.gross_fee,
    rate: option.fx_rate,
    received: option.receive_amount,
    band: min_amount !== undefined && max_amount !== undefined ? { min: min_amount, max: max_amount } : null,
    priceKind: "standing",
    promotion: promotionOf(option),
    speed: speedOf(option),
  } as const;
}

function promotionOf(option: PriceOption): Promotion | null {
  const rate = option.promotional_fx_rate ?? option.promo_fx_rate ?? null;
  const fee = option.net_fee ?? null;
  const betterRate = rate !== null && !new Decimal(rate).eq(option.fx_rate);
  const betterFee = fee !== null && !new Decimal(fee).eq(option.gross_fee);
  if (!betterRate && !betterFee) return null;
  return { rate: betterRate ? rate : null, fee, received: null, upTo: null, eligibility: eligibilityUnsaid };
}

/** The last day of a range: what the recipient can count on. */
function speedOf({ speed_indicator }: PriceOption): Speed | null {
  const lastDay = /^(?:\d{1,2}-)?(\d{1,2})$/.exec(speed_indicator ?? "")?.[1];
  return lastDay === undefined ? null : speedOfDays(Number.parseInt(lastDay, 10));
}

function unknownSpeeds(chosen: readonly ChosenOption<PriceOption>[]): readonly SetAside[] {
  const unread = chosen.filter(({ option }) => option.speed_indicator !== undefined && speedOf(option) === null);
  return [...new Set(unread.map(({ option }) => option.speed_indicator ?? ""))].map((subject) => ({
    code: "unknown_speed",
    subject: subject || "(empty)",
    detail: "no delivery time is read from this speed_indicator; the prices stay",
  }));
}
