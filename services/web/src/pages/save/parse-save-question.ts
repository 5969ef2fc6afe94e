import { mostPaid } from "@openremit/shared/comparison";
import { type AmountReading, type CorridorChosen, defaultPay, findCorridor, readAmount } from "../../question/index.ts";
import type { SiteContext } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";

/** What somebody wants to know: `/save?corridor=be-cd.CDF&pay=200&times=12&now=wise.debit_card.bank_deposit`. */
export interface SaveQuestion {
  /** Null until a corridor is chosen. */
  readonly chosen: CorridorChosen | null;
  /** The amount paid each time, as typed. */
  readonly typed: string;
  /** Null until there is a corridor, and with it a currency. */
  readonly reading: AmountReading | null;
  readonly timesAYear: number;
  /** Key of the option used now; empty until it is chosen. */
  readonly now: string;
}

/** Once, twice, each season, every second month, every month, twice a month, every week. */
export const usualTimes: readonly number[] = [1, 2, 4, 6, 12, 24, 52];
const everyMonth = 12;

/** Before a corridor is chosen nobody knows what is sampled there. */
const usualPay = "200";

/** @throws PageProblem 404 for a corridor we do not compare, 400 for a number of times that is none */
export function parseSaveQuestion(search: URLSearchParams, site: Pick<SiteContext, "catalog">): SaveQuestion {
  const [id = "", currency = null] = (search.get("corridor") ?? "").split(".");
  const timesAYear = readTimes(search.get("times"));
  if (id === "") return { chosen: null, typed: search.get("pay") ?? usualPay, reading: null, timesAYear, now: "" };
  const chosen = findCorridor(id, currency, site);
  const typed = search.get("pay") ?? defaultPay(chosen.config);
  const reading = readAmount(typed, chosen.corridor.sendCurrency, { most: mostPaid });
  return { chosen, typed, reading, timesAYear, now: search.get("now") ?? "" };
}

function readTimes(text: string | null): number {
  if (text === null) return everyMonth;
  const times = /^\d{1,2}$/.test(text) ? Number.parseInt(text, 10) : 0;
  if (times < 1 || times > 52) throw new PageProblem(400, "problem.no_such_choice");
  return times;
}
