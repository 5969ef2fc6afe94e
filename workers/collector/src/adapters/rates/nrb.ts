/**
 * Nepal Rastra Bank, rates of the day from midnight in Kathmandu (18:15 UTC of the day before) on, seven days a week.
 * Publishes: a range of days; buying and selling rupees, as text, per `unit` of the foreign currency (100 INR, 100 KRW,
 * 10 JPY, else 1). Read: the exact middle, per one.
 * The rupee stands at 1.60 per Indian rupee; the bank's own middle of 160.00 and 160.15 per hundred lies 0.05 % beside.
 * THE NEXT DAY'S DATE: a row is stamped with the day on which it is in force and was fixed the afternoon before, as its own
 * `modified_on` says (row 2026-04-01: 2026-03-31 17:18). The row of 2026-04-01 has EUR/USD at 1.1469, the ECB of 03-31 at
 * 1.1498, of 04-01 itself at 1.1605; of 04-02 at 1.1599, against 1.1605 and 1.1525. So a row is dated the day before its
 * stamp; dated as stamped, the 0.7 % rule of reference rates would throw whole days away.
 * Quirk: some days of the history have malformed dates (`2020-06.25`); such a day is set aside.
 * A range may run over pages of a hundred days; no more is asked for. Seen: 2026-04-01 to 05, 22 currencies.
 */
import { currencyCode, day, positiveDecimalString } from "@openremit/shared/contracts";
import { SourceShapeError, shiftDay } from "@openremit/shared/domain";
import { z } from "zod";
import type { ParsedRates, PlannedRequest, RateAdapter, RateTask, SourceAnswer } from "../adapter.ts";
import { readJson } from "../read-json.ts";
import { readShape } from "../read-shape.ts";
import { firstDay } from "./asked-days.ts";
import { midpointOf, perOne } from "./figures.ts";
import { type BankRate, gatherRates, type ReadRates } from "./gather-rates.ts";
import { unreadable } from "./read-rows.ts";

const endpoint = "https://www.nrb.org.np/api/forex/v1/rates";
const mostDays = 90;

const dayOfRates = z.object({
  date: z.string(),
  rates: z
    .array(
      z.object({
        currency: z.object({ iso3: currencyCode, unit: positiveDecimalString }),
        buy: positiveDecimalString,
        sell: positiveDecimalString,
      }),
    )
    .min(1),
});
const page = z.object({
  status: z.object({ code: z.literal("200") }),
  data: z.object({ payload: z.array(dayOfRates) }),
  pagination: z.object({ pages: z.string() }),
});

export const nrb: RateAdapter = {
  key: "nrb",
  version: "1",

  plan(task: RateTask): readonly PlannedRequest[] {
    const url = `${endpoint}?from=${firstDay(task, mostDays)}&to=${shiftDay(task.today, 1)}&page=1&per_page=100`;
    return [{ method: "GET", url, headers: { accept: "application/json" } }];
  },

  parse(answers: readonly SourceAnswer[]): ParsedRates {
    return gatherRates(answers, ({ body }) => {
      const { data, pagination } = readShape(page, readJson(body));
      if (!["0", "1"].includes(pagination.pages))
        throw new SourceShapeError(`one page asked, ${pagination.pages} exist`);
      const days = data.payload.map(readDay);
      return { rates: days.flatMap(({ rates }) => rates), setAside: days.flatMap(({ setAside }) => setAside) };
    });
  },
};

function readDay({ date, rates }: z.infer<typeof dayOfRates>): ReadRates {
  const stamp = day.safeParse(date);
  if (!stamp.success) return { rates: [], setAside: [unreadable(date, `a day called "${date}"`)] };
  const fixedOn = shiftDay(stamp.data, -1);
  const read = ({ currency, buy, sell }: (typeof rates)[number]): BankRate => ({
    base: currency.iso3,
    quote: "NPR",
    value: perOne(midpointOf(buy, sell), currency.unit),
    observedOn: fixedOn,
  });
  return { rates: rates.map(read), setAside: [] };
}
