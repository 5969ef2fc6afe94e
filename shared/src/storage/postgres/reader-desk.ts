import type { NewReport, ReportAnswer } from "../../contracts/index.ts";
import { NoFreshDataError } from "../../domain/index.ts";
import { type Clock, failureClassOf, inTime } from "../../runtime/index.ts";
import { type Correction, readCorrections } from "./corrections.ts";
import type { Database } from "./database.ts";
import { recordReport } from "./reports.ts";

/** Where readers say that a price is wrong, and where they see what came of it. */
export interface ReaderDesk {
  /**
   * @throws NotCoveredError for a quote nobody recorded, InputError for an impossible day, NoFreshDataError where
   * PostgreSQL is out of reach.
   */
  report(report: NewReport): Promise<ReportAnswer>;
  /** @throws NoFreshDataError where PostgreSQL is out of reach. */
  corrections(): Promise<readonly Correction[]>;
}

const timeoutMs = 10_000;

export function createReaderDesk(database: Database, clock: Clock): ReaderDesk {
  return {
    report: (report) => asked(recordReport(database, report, clock.now()), "Reports cannot be kept at the moment."),
    corrections: () => asked(readCorrections(database), "The corrections cannot be read at the moment."),
  };
}

async function asked<Value>(work: Promise<Value>, words: string): Promise<Value> {
  try {
    return await inTime(timeoutMs, work, "PostgreSQL");
  } catch (cause) {
    if (failureClassOf(cause) !== "infrastructure") throw cause;
    throw new NoFreshDataError(`${words} Try again later.`, { cause });
  }
}
