/**
 * Central Bank of the Republic of Türkiye, EVDS: indicative rates of 15:30 in Istanbul (12:30 UTC). Answers holders of a free key.
 * Publishes: a row per calendar day; buying and selling lira as text, `TP_DK_USD_A_YTL` and `TP_DK_USD_S_YTL`, per one
 * foreign unit, JPY per hundred without saying so. Weekends and holidays are rows of nulls. Read: the exact middle, per one.
 * THE NEXT BUSINESS DAY'S DATE: a row is stamped with the day on which its figures are in force, the business day after the
 * one they were fixed on. The row of Monday 2026-03-02 has EUR/USD at 1.1804, the ECB of Friday 02-27 at 1.1805, of
 * 03-02 itself at 1.1698; over 13 rows the cross is 0.14 % off the ECB of the day before and 0.48 % off that of the same day.
 * So each row is dated with the stamp of the row with figures before it, weekends and holidays passed over. The first
 * row of an answer only dates the second; ten days are asked for before what is wanted, and ten after today.
 * Seen: 2026-03-01 to 22, 20 currencies.
 */
import { SourceShapeError, shiftDay } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { firstDay } from "./asked-days.ts";
import { midpointOf, perOne } from "./figures.ts";
import { gatherRates } from "./gather-rates.ts";
import { dayFirst } from "./published-day.ts";
import { isFigure, type RowReading, readRows, unreadable } from "./read-rows.ts";

const endpoint = "https://evds3.tcmb.gov.tr/igmevdsms-dis";
const currencies = "AED AUD AZN CAD CHF CNY DKK EUR GBP JPY KRW KWD KZT NOK PKR QAR RON RUB SAR SEK USD".split(" ");
const mostDays = 90;
/** The longest holidays, with the weekends on either side. */
const longestPause = 10;
const units: ReadonlyMap<string, string> = new Map([["JPY", "100"]]);

const series = z.object({
  items: z.array(z.object({ Tarih: z.string() }).catchall(z.unknown())),
});
type Item = z.infer<typeof series>["items"][number];

interface StampedItem {
  readonly stamp: string;
  readonly item: Item;
}

export const tcmb: RateAdapter = {
  key: "tcmb",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    const names = currencies.flatMap((currency) => [`TP.DK.${currency}.A.YTL`, `TP.DK.${currency}.S.YTL`]);
    const [from, to] = [shiftDay(firstDay(task, mostDays), -longestPause), shiftDay(task.today, longestPause)];
    const range = `startDate=${dayLast(from)}&endDate=${dayLast(to)}`;
    const url = `${endpoint}/series=${names.join("-")}&${range}&type=json&frequency=1`;
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => {
      const { items } = readShape(series, readJson(body));
      const stamped = items
        .map(stampOf)
        .filter(({ item }) => currencies.some((currency) => sideOf(item, currency, "A") !== null));
      if (items.length > 0 && stamped.length === 0) throw new SourceShapeError("no day of the range has a figure");
      const ascending = stamped.sort((one, other) => (one.stamp < other.stamp ? -1 : 1));
      const cells = ascending.flatMap(({ item }, place) => {
        const fixedOn = ascending[place - 1]?.stamp;
        return fixedOn === undefined ? [] : currencies.map((currency) => ({ item, currency, fixedOn }));
      });
      return readRows(cells, ({ item, currency, fixedOn }) => rateOf(item, currency, fixedOn));
    });
  },
};

function stampOf(item: Item): StampedItem {
  const stamp = dayFirst(item.Tarih);
  if (stamp === null) throw new SourceShapeError(`a day called "${item.Tarih}"`);
  return { stamp, item };
}

function sideOf(item: Item, currency: string, side: "A" | "S"): string | null {
  const name = `TP_DK_${currency}_${side}_YTL`;
  const figure = item[name];
  if (figure !== null && typeof figure !== "string") throw new SourceShapeError(`no ${name} on ${item.Tarih}`);
  return figure;
}

function rateOf(item: Item, base: string, observedOn: string): RowReading {
  const [buying, selling] = [sideOf(item, base, "A"), sideOf(item, base, "S")];
  if (buying === null && selling === null) return null;
  if (buying === null || selling === null || !isFigure(buying) || !isFigure(selling)) {
    return unreadable(base, `${item.Tarih}: ${buying} and ${selling}`);
  }
  const value = perOne(midpointOf(buying, selling), units.get(base) ?? "1");
  return { base, quote: "TRY", value, observedOn };
}

/** `2026-11-20` as `20-11-2026`. */
function dayLast(day: string): string {
  return day.split("-").toReversed().join("-");
}
