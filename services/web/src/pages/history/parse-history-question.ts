import type { HistoryQuestion } from "@openremit/shared/comparison";
import { mostPaid } from "@openremit/shared/comparison";
import { type historyBuckets, historyQuery } from "@openremit/shared/contracts";
import { dayOf, parseDecimal, shiftDay } from "@openremit/shared/domain";
import { type CorridorChosen, defaultPay, findCorridor, readAmount } from "../../question/index.ts";
import type { PageRequest, SiteContext } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";

export type BucketSize = (typeof historyBuckets)[number];

/** What a history page is asked: `/be-ma/history?pay=200&bucket=week`. */
export interface HistoryAsked extends CorridorChosen {
  /** A sampled amount. */
  readonly pay: string;
  /** The amount somebody came with, where nothing is sampled at it. */
  readonly asked: string | null;
  readonly bucket: BucketSize;
  /** First and last day, as typed where they are wrong. */
  readonly since: string;
  readonly until: string;
  readonly areDaysWrong: boolean;
}

/** Enough of each to see a line. */
const usualDays: Readonly<Record<BucketSize, number>> = { day: 30, week: 182, month: 365 };
/** What the comparison answers at once. */
export const mostDays = 400;

/** @throws PageProblem 404 for a corridor we do not compare, 400 for an unknown choice */
export function parseHistoryQuestion(
  params: PageRequest["params"],
  search: URLSearchParams,
  site: Pick<SiteContext, "catalog" | "clock">,
): HistoryAsked {
  const chosen = findCorridor(params.corridor ?? "", search.get("currency"), site);
  const bucket = historyQuery.shape.bucket.safeParse(search.get("bucket") || undefined);
  if (!bucket.success) throw new PageProblem(400, "problem.no_such_choice");
  const today = dayOf(site.clock.now());
  const until = search.get("until") || today;
  const since = search.get("since") || usualSince(until, bucket.data);
  const areDaysWrong = !areDays(since, until, today);
  return { ...chosen, ...amountOf(chosen, search.get("pay")), bucket: bucket.data, since, until, areDaysWrong };
}

export function historyQuestionOf({ corridor, pay, bucket, since, until }: HistoryAsked): HistoryQuestion {
  const { id: corridorId, receiveCurrency } = corridor;
  return { corridorId, receiveCurrency, pay, bucket, since, until };
}

function usualSince(until: string, bucket: BucketSize): string {
  return isDay(until) ? shiftDay(until, 1 - usualDays[bucket]) : "";
}

function areDays(since: string, until: string, today: string): boolean {
  return isDay(since) && isDay(until) && since <= until && until <= today && shiftDay(since, mostDays) > until;
}

function isDay(text: string): boolean {
  return historyQuery.shape.since.unwrap().safeParse(text).success;
}

/** History is kept for the sampled amounts; another amount is answered by the nearest of them, and says so. */
function amountOf({ config, corridor }: CorridorChosen, typed: string | null): { pay: string; asked: string | null } {
  const { amount } = readAmount(typed ?? "", corridor.sendCurrency, { most: mostPaid });
  if (amount === null) return { pay: defaultPay(config), asked: null };
  const distance = (sampled: string) => parseDecimal(sampled).minus(amount).abs();
  const pay = config.amounts.reduce((best, next) => (distance(next).lt(distance(best)) ? next : best));
  return { pay, asked: distance(pay).isZero() ? null : amount };
}
