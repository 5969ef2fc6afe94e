import { Decimal, minorUnits, roundHalfUp } from "@openremit/shared/domain";
import type { PayOutKind } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { type Route, standingFee, standingRate } from "../model/standing-price.ts";
import { wireNumber } from "../simulated-source.ts";

const services: Readonly<Record<PayOutKind, { service: string; name: string; mnemonic: string; days: string }>> = {
  cash: { service: "000", name: "Money In Minutes", mnemonic: "MM", days: "0" },
  bank: { service: "500", name: "Direct to Bank", mnemonic: "DB", days: "1" },
  wallet: { service: "800", name: "Mobile Money Transfer", mnemonic: "MB", days: "0" },
  card: { service: "200", name: "Direct to Card", mnemonic: "DC", days: "0" },
  home: { service: "100", name: "Home Delivery", mnemonic: "HD", days: "1-3" },
};

/** Ways of paying in. Cash pick-up has a worse rate for those that clear slowly; cards cost a surcharge. */
const payIns = [
  { code: "CC", surcharge: "1.50", cashRatePct: "100", days: null, max: "21474836.46" },
  { code: "DC", surcharge: "0", cashRatePct: "100", days: null, max: "21474836.46" },
  { code: "EB", surcharge: "0", cashRatePct: "99.53", days: "1-2", max: "9999999" },
  { code: "AP", surcharge: "0.50", cashRatePct: "100", days: null, max: "9999999999.99" },
  { code: "GP", surcharge: "0.50", cashRatePct: "100", days: null, max: "9999999" },
] as const;
/** Its meaning is uncertain at the source itself; the recorded Spanish answer carries it. */
const uncertainPayIn = { code: "PA", surcharge: "0", cashRatePct: "99.53", days: null, max: "9999999" } as const;
type PayIn = (typeof payIns)[number] | typeof uncertainPayIn;

export function payInsOf(sendCountry: string): readonly PayIn[] {
  return sendCountry === "ES" ? [...payIns, uncertainPayIn] : payIns;
}

export function serviceGroupOf(market: Market, route: Route, payOut: PayOutKind, amount: Decimal) {
  const { service, name, mnemonic } = services[payOut];
  return {
    service,
    service_name: name,
    fund_out: service,
    fund_out_mnem: mnemonic,
    cpc: route.receiveCountry,
    dir_flag: "N",
    test_question: "P",
    fx_fix_flag: "S",
    speed_days: 1,
    pay_groups: payInsOf(route.sendCountry).map((payIn) => payGroupOf(market, route, payOut, amount, payIn)),
  };
}

function payGroupOf(market: Market, route: Route, payOut: PayOutKind, amount: Decimal, payIn: PayIn) {
  const standing = standingRate("western-union", market, route, payOut);
  const isSame = route.sendCurrency === route.receiveCurrency;
  const rate = payOut === "cash" && !isSame ? standing.times(payIn.cashRatePct).div(100) : standing;
  const published = roundHalfUp(rate, 7);
  const base = standingFee("western-union", amount, payOut);
  const fee = base.isZero() ? base : base.plus(payIn.surcharge);
  const received = wireNumber(amount.times(published), minorUnits(route.receiveCurrency));
  return {
    fund_in: payIn.code,
    pricing_context: `/WWEB/WUCOM/SIMULATED/${services[payOut].service}/${payIn.code}/${amount}/${received}/S/${published}`,
    fx_rate: wireNumber(published, 7),
    send_amount: wireNumber(amount, 2),
    receive_amount: received,
    gross_amount: wireNumber(amount.plus(fee), 2),
    gross_fee: wireNumber(fee, 2),
    base_fee: wireNumber(base, 2),
    surcharge_fee: wireNumber(fee.minus(base), 2),
    msg_fee: 0,
    msg_meta: "0.00,0,0.00",
    min_amount: 0,
    max_amount: wireNumber(new Decimal(payIn.max), 2),
    speed_indicator: payIn.days ?? services[payOut].days,
  };
}
