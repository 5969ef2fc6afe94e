import type { RecordJob } from "@openremit/shared/contracts";
import type { Clock } from "@openremit/shared/runtime";
import {
  correctQuote,
  decideReport,
  eraseReportText,
  findReport,
  readQuoteRevisions,
  readReportDecisions,
  readReports,
  reportStatuses,
  type Stores,
} from "@openremit/shared/storage";
import type { ModeOption } from "../options.ts";
import type { ReportActions, WhyOption } from "./program.ts";
import { reportLines, reportTable } from "./report-lines.ts";

type Opened = Pick<Stores, "database" | "latest">;

interface ReportTool {
  readonly withStores: (option: ModeOption, work: (stores: Opened) => Promise<void>) => Promise<void>;
  readonly record: (job: RecordJob, stores: Opened) => Promise<unknown>;
  readonly clock: Clock;
  readonly say: (line: string) => void;
}

/** What `npm run reports` does. */
export function createReportActions({ withStores, record, clock, say }: ReportTool): ReportActions {
  const decide = (status: "confirmed" | "rejected") => (id: string, options: WhyOption) =>
    withStores(options, async ({ database }) => {
      const report = await findReport(database, id);
      await decideReport(database, report, { status, why: options.why, decidedAt: clock.now().toISOString() });
      say(`Report ${report.reportId} is ${status}.`);
    });
  return {
    list: (options) =>
      withStores(options, async ({ database }) => {
        const { status } = options;
        const { count, reports } = await readReports(database, status === "all" ? reportStatuses : [status]);
        say(reports.length === 0 ? "There is no such report." : reportTable(reports));
        if (count > reports.length) say(`${reports.length} of ${count}.`);
      }),
    show: (id, options) =>
      withStores(options, async ({ database }) => {
        const report = await findReport(database, id);
        const [current] = await readQuoteRevisions(database, report.quoteId);
        const decisions = await readReportDecisions(database, report.reportId);
        for (const line of reportLines(report, current?.quote ?? null, current?.revision ?? 0, decisions)) say(line);
      }),
    confirm: decide("confirmed"),
    reject: decide("rejected"),
    correct: (id, options) =>
      withStores(options, async (stores) => {
        const { database } = stores;
        const report = await findReport(database, id);
        const { yes: isSure } = options;
        const correcting = { database, now: clock.now(), record: (job: RecordJob) => record(job, stores), isSure };
        const { what, revision, isShown } = await correctQuote(report, options, options.why, correcting);
        say(`Revision ${revision} of the price is recorded; those before it stay.`);
        say(isShown ? "It is shown from now on." : "The price was no longer shown; its history is right now.");
        say(`In the public log: ${what} ${options.why}`);
        say(`The next visit to ${report.source} may say the old figure again: correct its adapter or tariff too.`);
      }),
    erase: (id, options) =>
      withStores(options, async ({ database }) => {
        const report = await findReport(database, id);
        await eraseReportText(database, report);
        say(`The words of report ${report.reportId} are gone.`);
      }),
  };
}
