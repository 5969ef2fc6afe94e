import { type Decimal, fixedText, minorUnits } from "@openremit/shared/domain";
import { euroSenders, listReceiveCountries } from "../model/countries.ts";
import type { Market } from "../model/market.ts";
import { countryName } from "../model/names.ts";
import { type Route, serves, standingRate } from "../model/standing-price.ts";
import { jsonAnswer, openRobots, type SimulatedRequest, type SimulatedSource } from "../simulated-source.ts";

const webHeaders = ["appian-version", "x-device-id", "x-device-model"];
const origins = [
  ...euroSenders.map((country) => ({ country, currency: "EUR" })),
  { country: "GB", currency: "GBP" },
  { country: "US", currency: "USD" },
  { country: "CA", currency: "CAD" },
  { country: "AE", currency: "AED" },
];

/** One answer for every origin and destination. The same rate for all euro senders. */
export const taptapSend: SimulatedSource = {
  key: "taptap-send",
  field: '"fxRate"',
  robots: openRobots,
  answer({ method, path, header }: SimulatedRequest, market: Market) {
    if (method !== "GET" || path !== "/api/fxRates") return null;
    const missing = webHeaders.find((name) => header(name) === undefined);
    if (missing !== undefined) return jsonAnswer({ code: "BAD_HEADER", message: `missing header ${missing}` }, 400);
    return jsonAnswer({
      availableCountries: origins.map(({ country, currency }) => ({
        isoCountryCode: country,
        countryDisplayName: countryName(country),
        currency,
        corridors: corridorsFrom(country, currency, market),
      })),
    });
  },
};

function corridorsFrom(sendCountry: string, sendCurrency: string, market: Market): readonly object[] {
  return listReceiveCountries().flatMap(([receiveCountry, { currencies }]) =>
    currencies
      .map((receiveCurrency): Route => ({ sendCountry, sendCurrency, receiveCountry, receiveCurrency }))
      .filter((route) => serves("taptap-send", market, route))
      .map((route) => ({
        isoCountryCode: receiveCountry,
        countryDisplayName: countryName(receiveCountry),
        currency: route.receiveCurrency,
        currencyScale: minorUnits(route.receiveCurrency),
        fxRate: rateText(market, route),
        ...feesOf(route),
      })),
  );
}

/** Euro to CFA francs at par; else two decimals, or four below ten. */
function rateText(market: Market, route: Route): string {
  const isFranc = ["XOF", "XAF"].includes(route.receiveCurrency);
  if (isFranc && route.sendCurrency === "EUR") return "655.957";
  const sameForAll = route.sendCurrency === "EUR" ? { ...route, sendCountry: "EU" } : route;
  const rate: Decimal = standingRate("taptap-send", market, sameForAll, "bank");
  return fixedText(rate, rate.lt(10) ? 4 : 2);
}

/** Three kinds, as recorded: tiers, a flat fee said twice, and nothing where there is no fee. */
function feesOf({ receiveCountry }: Route): object {
  if (["MA", "PK", "TR"].includes(receiveCountry)) {
    const tiers = [
      { fee: "0.99", minValue: "0.00" },
      { fee: "0.00", minValue: "125.00" },
    ];
    return { feeSchedule: { type: "tiered", tiers } };
  }
  if (["CD", "GN", "UG"].includes(receiveCountry)) {
    return { senderCurrencyFlatFee: "1.99", feeSchedule: { type: "standard", flatFee: "1.99" } };
  }
  return {};
}
