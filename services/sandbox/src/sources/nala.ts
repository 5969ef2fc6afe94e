import { roundHalfUp } from "@openremit/shared/domain";
import { listReceiveCountries } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { serves, standingRate } from "../model/standing-price.ts";
import {
  jsonAnswer,
  openRobots,
  type SimulatedRequest,
  type SimulatedSource,
  secondsText,
  wireNumber,
} from "../simulated-source.ts";

const sendCurrencies = ["EUR", "GBP", "USD"];
const receiveCurrencies = ["GHS", "KES", "NGN", "RWF", "TZS", "UGX", "XAF", "XOF"];
/** Minutes since a row was written, at most: a new one each hour. */
const writtenMinutes = 60;

/** Rates alone, one per currency pair, with a row of another firm among them. */
export const nala: SimulatedSource = {
  key: "nala",
  field: '"rate"',
  robots: openRobots,
  answer({ method, path }: SimulatedRequest, market: Market) {
    if (method !== "GET" || path !== "/v1/fx/rates") return null;
    const pairs = sendCurrencies.flatMap((from) => receiveCurrencies.map((to) => [from, to] as const));
    const data = pairs.flatMap(([from, to]) => [...rowsOf(market, from, to)]);
    return jsonAnswer({ code: 200, data, meta: { total: data.length } });
  },
};

function rowsOf(market: Market, sendCurrency: string, receiveCurrency: string): readonly object[] {
  const receiveCountry = listReceiveCountries().find(([, { currencies }]) => currencies.includes(receiveCurrency))?.[0];
  const route = { sendCountry: "EU", sendCurrency, receiveCountry: receiveCountry ?? "", receiveCurrency };
  if (!serves("nala", market, route)) return [];
  const minutes = market
    .noise(`nala written ${sendCurrency} ${receiveCurrency}`)
    .times(writtenMinutes)
    .floor()
    .toNumber();
  const row = {
    source_currency: sendCurrency,
    destination_currency: receiveCurrency,
    rate: wireNumber(roundHalfUp(standingRate("nala", market, route, "wallet"), 3), 3),
    provider_name: "nala",
    created_at: secondsText(new Date(market.at.getTime() - minutes * 60_000)),
  };
  const isSharedTable = sendCurrency === "EUR" && receiveCurrency === "KES";
  const mid = wireNumber(market.liveMid(sendCurrency, receiveCurrency), 3);
  return isSharedTable ? [{ ...row, rate: mid, provider_name: "another" }, row] : [row];
}
