/**
 * Central Bank of Kenya, indicative exchange rates: the average of the banks, about 08:00 to 10:00 UTC, Monday to Friday.
 * Publishes: one table of every day since 2024-01-05, oldest first, behind the page's own table widget; asked whole, it
 * says its number of rows. `DD/MM/YYYY`, a name, a figure in text.
 * Direction is mixed: shillings per one foreign unit, but for Uganda, Tanzania, Rwanda and Burundi (`KES / USHS`) foreign
 * units per one shilling. Both are kept as published, never inverted. `JPY (100)` is per hundred.
 * Quirk: the table of 2025-11-28 is listed twice; rows of 2026 have two decimals, padded to four.
 * Seen: the whole table on 2026-03-23, 11,550 rows, 21 names.
 */

import { SourceShapeError } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { perOne } from "./figures.ts";
import { gatherRates } from "./gather-rates.ts";
import { dayFirst } from "./published-day.ts";
import { isFigure, type RowReading, readRows, unknownCurrency, unreadable } from "./read-rows.ts";

const url = "https://www.centralbank.go.ke/wp-admin/admin-ajax.php?action=get_wdtable&table_id=193";

const table = z.object({
  recordsTotal: z.string().regex(/^\d+$/),
  data: z.array(z.tuple([z.string(), z.string(), z.string()])).min(1),
});
type Row = z.infer<typeof table>["data"][number];

/** Shillings per one. */
const shillingsPer: ReadonlyMap<string, string> = new Map([
  ["US DOLLAR", "USD"],
  ["STG POUND", "GBP"],
  ["EURO", "EUR"],
  ["SA RAND", "ZAR"],
  ["AE DIRHAM", "AED"],
  ["CAN $", "CAD"],
  ["S FRANC", "CHF"],
  ["JPY", "JPY"],
  ["SW KRONER", "SEK"],
  ["NOR KRONER", "NOK"],
  ["DAN KRONER", "DKK"],
  ["IND RUPEE", "INR"],
  ["HONGKONG DOLLAR", "HKD"],
  ["SINGAPORE DOLLAR", "SGD"],
  ["SAUDI RIYAL", "SAR"],
  ["CHINESE YUAN", "CNY"],
  ["AUSTRALIAN $", "AUD"],
]);

/** Units per one shilling. */
const perShilling: ReadonlyMap<string, string> = new Map([
  ["KES / USHS", "UGX"],
  ["KES / TSHS", "TZS"],
  ["KES / RWF", "RWF"],
  ["KES / BIF", "BIF"],
]);

export const cbk: RateAdapter = {
  key: "cbk",
  version: "1",

  plan(): readonly PlannedRequest[] {
    const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded" };
    return [{ method: "POST", url, headers, body: "draw=1&start=0&length=-1" }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => {
      const { recordsTotal, data } = readShape(table, readJson(body));
      // Oldest rows come first, so a table cut short would lack the newest.
      if (String(data.length) !== recordsTotal) {
        throw new SourceShapeError(`${data.length} rows of a table that has ${recordsTotal}`);
      }
      return readRows(data, rateOf);
    });
  },
};

function rateOf([date, name, figure]: Row): RowReading {
  const [, plainName = name, unit = "1"] = /^(.*) \((\d+)\)$/.exec(name) ?? [];
  const observedOn = dayFirst(date);
  if (observedOn === null || !isFigure(figure)) return unreadable(name, `${date}: ${figure}`);
  const inverted = perShilling.get(name);
  if (inverted !== undefined) return { base: "KES", quote: inverted, value: figure, observedOn };
  const currency = shillingsPer.get(plainName);
  return currency === undefined
    ? unknownCurrency(name)
    : { base: currency, quote: "KES", value: perOne(figure, unit), observedOn };
}
