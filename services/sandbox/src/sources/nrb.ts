import { LosslessNumber } from "lossless-json";
import { spreadAround } from "../model/bank-days.ts";
import { addDays, dayOf, daysBackFrom } from "../model/calendar.ts";
import type { Market } from "../model/market.ts";
import { jsonAnswer, openRobots, type SimulatedSource } from "../simulated-source.ts";

const listed =
  "INR100 USD1 EUR1 GBP1 CHF1 AUD1 CAD1 SGD1 JPY10 CNY1 SAR1 QAR1 THB1 AED1 MYR1 KRW100 SEK1 DKK1 HKD1 KWD1 BHD1 OMR1"
    .split(" ")
    .map((entry) => ({ iso3: entry.slice(0, 3), unit: entry.slice(3) }));

/** A range of days, oldest first, each of the seven of a week; the day begins at 18:15 UTC in Kathmandu. */
export const nrb: SimulatedSource = {
  key: "nrb",
  field: '"payload"',
  robots: openRobots,
  answer({ method, path, query }, market) {
    const [from, to] = [query.get("from"), query.get("to")];
    if (method !== "GET" || path !== "/api/forex/v1/rates" || from === null || to === null) return null;
    const isTomorrow = market.at.toISOString().slice(11, 16) >= "18:15";
    const newest = addDays(dayOf(market.at), isTomorrow ? 1 : 0);
    const days = daysBackFrom(newest, 400).filter((day) => day >= from && day <= to);
    const payload = days.toReversed().map((day) => dayOfRates(market, day));
    const pages = payload.length === 0 ? 0 : 1;
    return jsonAnswer({
      status: { code: 200 },
      errors: { validation: null },
      params: { date: null, from, to, post_type: null, per_page: "100", page: "1", slug: null, q: null },
      data: { payload },
      pagination: { page: 1, pages, per_page: 100, total: payload.length, links: { prev: null, next: null } },
    });
  },
};

function dayOfRates(market: Market, date: string) {
  const rates = listed.map(({ iso3, unit }) => {
    const { buying, selling } = spreadAround(market.dayMid(iso3, "NPR", addDays(date, -1)).times(unit), "1.5", 2);
    return { currency: { iso3, name: iso3, unit: new LosslessNumber(unit) }, buy: buying, sell: selling };
  });
  return { date, published_on: `${date} 00:00:11`, modified_on: `${addDays(date, -1)} 17:20:05`, rates };
}
