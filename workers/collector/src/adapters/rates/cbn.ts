/**
 * Central Bank of Nigeria, rates of the official window (NFEM), Monday to Friday about 15:00 to 17:00 UTC.
 * Publishes: every day since 2001-12-10 in one answer of several megabytes, newest first, in text: buying, central and
 * selling naira per one foreign unit. The central rate is the bank's own figure and is what is read.
 * Currencies go by name, some padded, some spelled two ways. `WAUA` (a unit of account) has no ISO code. `CFA` is left
 * out: about 2.42 naira, rounded to two places, is 0.2 per cent wide, and the franc stands at an official parity.
 * May be passed on with attribution and unaltered. Official and street rates parted by 30 to 60 per cent before 2024.
 * Seen: 2026-05-14 to 21, 13 names.
 */
import { day } from "@openremit/shared/contracts";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { withoutThousands } from "./figures.ts";
import { gatherRates } from "./gather-rates.ts";
import { isFigure, type RowReading, readRows, unknownCurrency, unreadable } from "./read-rows.ts";

const row = z.object({ currency: z.string(), ratedate: z.string(), centralrate: z.string() });

const codes: ReadonlyMap<string, string> = new Map([
  ["US DOLLAR", "USD"],
  ["EURO", "EUR"],
  ["POUND STERLING", "GBP"],
  ["POUNDS STERLING", "GBP"],
  ["YEN", "JPY"],
  ["SWISS FRANC", "CHF"],
  ["RIYAL", "SAR"],
  ["UAE DIRHAM", "AED"],
  ["YUAN/RENMINBI", "CNY"],
  ["SOUTH AFRICAN RAND", "ZAR"],
  ["DANISH KRONA", "DKK"],
  ["SDR", "XDR"],
]);
const leftOut: ReadonlySet<string> = new Set(["CFA", "WAUA"]);

export const cbn: RateAdapter = {
  key: "cbn",
  version: "1",

  plan(): readonly PlannedRequest[] {
    const url = "https://www.cbn.gov.ng/api/GetAllExchangeRates";
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => readRows(readShape(z.array(row).min(1), readJson(body)), rateOf));
  },
};

function rateOf({ currency, ratedate, centralrate }: z.infer<typeof row>): RowReading {
  const name = currency.trim().toUpperCase();
  if (leftOut.has(name)) return null;
  const base = codes.get(name);
  if (base === undefined) return unknownCurrency(name);
  const observedOn = day.safeParse(ratedate.slice(0, 10));
  const value = withoutThousands(centralrate.trim());
  if (!observedOn.success || !isFigure(value)) return unreadable(base, `${ratedate}: ${centralrate}`);
  return { base, quote: "NGN", value, observedOn: observedOn.data };
}
