import { InputError, NotCoveredError, OpenRemitError } from "@openremit/shared/domain";
import type { Page, PageRequest, PageView, SiteContext } from "../../site/page.ts";
import { PageProblem } from "../../site/page-problem.ts";
import type { MessageKey } from "../../words/message-file.ts";
import type { Words } from "../../words/words.ts";
import { readReport, reportFields, type TypedReport, type WrongReport } from "./read-report.ts";
import { ReportBody } from "./report-body.tsx";
import { ReportThanks } from "./report-thanks.tsx";
import { type ReportedPrice, readReportedPrice } from "./reported-price.ts";

/** Somebody was asked another price than the one shown here. From any option, without an account. */
export const report: Page = {
  path: "/report",
  async answer({ words, search }, site) {
    const price = await readReportedPrice(search.get("quote") ?? "", site);
    const typed = { amount: "", fee: "", rate: "", received: "", where: "", seenOn: todayOf(site), text: "" };
    return showForm({ price, typed, wrong: {}, notKept: null, status: 200 }, words, site);
  },
};

export const sendReport: Page = {
  path: "/report",
  method: "post",
  async answer({ words, form, mayPost }, site) {
    const said = (name: string) => form?.get(name) ?? "";
    const price = await readReportedPrice(said("quote"), site);
    const typed = Object.fromEntries(reportFields.map((name) => [name, said(name)])) as TypedReport;
    const again = (status: number, notKept: MessageKey | null, wrong: WrongReport = {}) =>
      showForm({ price, typed, wrong, notKept, status, token: said("token") }, words, site);

    const { report, wrong } = readReport(typed, price.quote.quoteId, price.quote.corridor, words);
    if (wrong !== null) return again(400, "report.look_again", wrong);
    const verdict = site.formTokens.judge(said("token"), tokenFor(price));
    if (verdict !== "good" || said("website") !== "") return again(400, "report.again");
    if (!(await mayPost())) return again(429, "report.too_many");
    try {
      const { reportId } = await site.desk.report(report);
      return { ...headOf(words), body: <ReportThanks reportId={reportId} price={price} />, life: null };
    } catch (error) {
      if (error instanceof InputError) return again(400, "report.look_again", { seenOn: words.t("report.wrong_day") });
      return notKept(error, site, again);
    }
  },
};

/** The words stay on the page, so that they can be sent again; they are told to no log. */
function notKept(
  error: unknown,
  { logger }: SiteContext,
  again: (status: number, notKept: MessageKey) => PageView,
): PageView {
  if (error instanceof NotCoveredError) throw new PageProblem(404, "report.no_such_price", {}, { cause: error });
  const isAway = error instanceof OpenRemitError && error.retryable;
  if (isAway) logger.warn({ err: error }, "a report could not be kept");
  else logger.error({ err: error }, "a report could not be kept");
  return again(isAway ? 503 : 500, "report.not_kept");
}

interface Shown {
  readonly price: ReportedPrice;
  readonly typed: TypedReport;
  readonly wrong: WrongReport;
  readonly notKept: MessageKey | null;
  readonly status: number;
  /** One that is still good goes on, so that nobody waits anew after a slip. */
  readonly token?: string;
}

function showForm({ status, token = "", ...shown }: Shown, words: Words, site: SiteContext): PageView {
  const about = tokenFor(shown.price);
  const isGood = site.formTokens.judge(token, about) === "good";
  const body = <ReportBody {...shown} token={isGood ? token : site.formTokens.issue(about)} today={todayOf(site)} />;
  return { ...headOf(words), status, body, life: null };
}

function headOf({ t }: PageRequest["words"]) {
  return { kind: "page", title: t("report.title") } as const satisfies Partial<PageView>;
}

/** A form about one price is none about another. */
function tokenFor({ quote }: ReportedPrice): string {
  return `report ${quote.quoteId}`;
}

function todayOf({ clock }: SiteContext): string {
  return clock.now().toISOString().slice(0, 10);
}
