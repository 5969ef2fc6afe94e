import type { Catalog } from "../../catalog/index.ts";
import { type NewVisit, oldestVisitDays, type VisitAnswer } from "../../contracts/index.ts";
import {
  decimalText,
  judgeVisit,
  medianOf,
  minorUnits,
  NoFreshDataError,
  notCoveredParameter,
  parseDecimal,
  totalOfVisit,
  type VisitFigures,
  type VisitGround,
  wrongParameter,
} from "../../domain/index.ts";
import { type Clock, failureClassOf, inTime } from "../../runtime/index.ts";
import { buildStoredVisit, type Database, type KnownKey, recordVisit, type StoredVisit } from "../../storage/index.ts";
import type { Comparison } from "../create-comparison.ts";
import { mostPaid, mostReceived, parseAmount } from "../parse-ask.ts";
import { noFilters } from "../rank/ask.ts";
import { resolveCorridor } from "../resolve-corridor.ts";

/** Where people enter what they were told in a shop. */
export interface VisitDesk {
  /**
   * @throws InputError for figures that cannot be, NotCoveredError for a corridor or provider we do not know,
   * NoFreshDataError where PostgreSQL is out of reach.
   */
  enter(visit: NewVisit, key: KnownKey): Promise<VisitAnswer>;
}

interface VisitDeskOptions {
  readonly catalog: Catalog;
  readonly comparison: Pick<Comparison, "offers">;
  readonly database: Database;
  readonly clock: Clock;
}

const timeoutMs = 10_000;
const dayMs = 86_400_000;
/** Clocks differ. */
const toleratedMs = 10 * 60_000;
/** One other price is no market. */
const leastKnown = 2;

export function createVisitDesk({ catalog, comparison, database, clock }: VisitDeskOptions): VisitDesk {
  /** What is known of the corridor at this moment; nothing where the comparison cannot say. */
  async function groundOf({ corridor }: StoredVisit, figures: VisitFigures): Promise<VisitGround> {
    const receiveMinorUnits = minorUnits(corridor.receiveCurrency);
    const question = {
      corridorId: corridor.id,
      sendCurrency: corridor.sendCurrency,
      receiveCurrency: corridor.receiveCurrency,
      pay: decimalText(totalOfVisit(figures)),
      receive: null,
      filters: noFilters,
      at: null,
    };
    const { reference, offers } = (await comparison.offers(question)).answer;
    const known = offers.filter(({ sourceKind }) => sourceKind !== "visit").map((row) => parseDecimal(row.received));
    return {
      reference: reference === null || reference.status === "hidden" ? null : parseDecimal(reference.value),
      usualReceived: known.length < leastKnown ? null : medianOf(known),
      receiveMinorUnits,
    };
  }

  function prepare(visit: NewVisit): StoredVisit {
    const { receiveCurrency } = visit;
    const corridor = resolveCorridor(catalog, {
      corridorId: visit.corridor,
      ...(receiveCurrency !== undefined && { receiveCurrency }),
    });
    if (catalog.providers.get(visit.provider)?.status !== "active") {
      throw notCoveredParameter("provider", `There is no provider ${visit.provider}. See /v1/providers.`);
    }
    parseAmount("amount", visit.amount, corridor.sendCurrency, mostPaid);
    assertPlaces("fee", visit.fee, corridor.sendCurrency);
    assertPlaces("payOutFee", visit.payOutFee, corridor.receiveCurrency);
    if (visit.received !== undefined) {
      parseAmount("received", visit.received, corridor.receiveCurrency, mostReceived);
    }
    assertTime(visit.visitedAt, clock.now());
    return buildStoredVisit(visit, corridor);
  }

  return {
    async enter(visit, key) {
      const stored = prepare(visit);
      const figures = figuresOf(stored);
      if (totalOfVisit(figures).lte(figures.fee)) throw wrongParameter("fee", "less than what is paid");
      const notes = judgeVisit(figures, await groundOf(stored, figures));
      const entered = { visit: stored, key, notes, now: clock.now() };
      return await kept(inTime(timeoutMs, recordVisit(database, entered), "PostgreSQL"));
    },
  };
}

function figuresOf({ amount, fee, feePlacement, rate, received, payOutFee }: StoredVisit): VisitFigures {
  const orNull = (text: string | null) => (text === null ? null : parseDecimal(text));
  return {
    amount: parseDecimal(amount),
    fee: parseDecimal(fee),
    feePlacement,
    rate: orNull(rate),
    received: orNull(received),
    payOutFee: orNull(payOutFee),
  };
}

/** A fee may be nothing; it has no more decimals than its currency. */
function assertPlaces(parameter: string, text: string | undefined, currency: string): void {
  const digits = minorUnits(currency);
  if (text === undefined || parseDecimal(text).decimalPlaces() <= digits) return;
  throw wrongParameter(parameter, `${currency} has ${digits === 0 ? "no" : digits} decimals`);
}

function assertTime(visitedAt: string, now: Date): void {
  const at = Date.parse(visitedAt);
  if (at > now.getTime() + toleratedMs) throw wrongParameter("visitedAt", "a time that has come already");
  if (at < now.getTime() - oldestVisitDays * dayMs) {
    throw wrongParameter("visitedAt", `within the last ${oldestVisitDays} days`);
  }
}

async function kept<Value>(work: Promise<Value>): Promise<Value> {
  try {
    return await work;
  } catch (cause) {
    if (failureClassOf(cause) !== "infrastructure") throw cause;
    throw new NoFreshDataError("Visits cannot be kept at the moment. Try again later.", { cause });
  }
}
