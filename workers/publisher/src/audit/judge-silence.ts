import type { QuoteSourceConfig, RateSourceConfig } from "@openremit/shared/contracts";
import { missedPublications } from "@openremit/shared/domain";

/** What an audit knows of a source that is asked. */
export interface Watched {
  readonly source: QuoteSourceConfig | RateSourceConfig;
  /** When its last visit that was stored or empty began. */
  readonly lastSuccessAt: Date | null;
  /** When its first visit began, whatever came of it. */
  readonly firstVisitAt: Date | null;
  /** The newest publication day held of a rate source. */
  readonly newestDay: string | null;
}

interface Watch {
  readonly now: Date;
  /** Since when somebody looks: a source that nobody has visited yet is not silent before. */
  readonly since: Date;
  readonly targetClosedOn: ReadonlySet<string>;
}

/** `unknown`: it never spoke, and nobody has listened for long enough. */
export type Judgement =
  | { readonly kind: "silent"; readonly detail: string }
  | { readonly kind: "speaking" }
  | { readonly kind: "unknown" };

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** One visit or two may fail. */
const visitsMissed = 3;
/** What is out for less may still be on its way to us; the end of a month is less of a day than the end of a day. */
const graceMs = { daily: dayMs, monthly: 5 * dayMs };

const speaking: Judgement = { kind: "speaking" };

/** A source of prices is silent once three visits in a row were missed, one of rates once a publication of its calendar is overdue. */
export function judgeSilence(watched: Watched, watch: Watch): Judgement {
  const { source, lastSuccessAt, firstVisitAt, newestDay } = watched;
  if ("publication" in source && newestDay !== null) return judgePublications(source, newestDay, watch);
  const everyMs = source.schedule.everyMinutes * minuteMs;
  const from = lastSuccessAt ?? firstVisitAt ?? watch.since;
  const missed = Math.floor((watch.now.getTime() - from.getTime()) / everyMs) - 1;
  if (missed < visitsMissed) return lastSuccessAt === null ? { kind: "unknown" } : speaking;
  const what = lastSuccessAt === null ? "It has never answered" : `Nothing since ${lastSuccessAt.toISOString()}`;
  return { kind: "silent", detail: `${what}; ${missed} visits were due.` };
}

function judgePublications({ publication }: RateSourceConfig, newestDay: string, watch: Watch): Judgement {
  const grace = publication.calendar === "monthly" ? graceMs.monthly : graceMs.daily;
  const count = (at: Date) =>
    missedPublications({ publication, observedOn: newestDay, at, targetClosedOn: watch.targetClosedOn });
  if (count(new Date(watch.now.getTime() - grace)) === 0) return speaking;
  const missed = count(watch.now);
  return { kind: "silent", detail: `Its newest rates are of ${newestDay}; ${missed} publications are out since.` };
}
