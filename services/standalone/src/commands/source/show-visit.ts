import type { QuoteObservation, RateObservation, SourceIssue } from "@openremit/shared/contracts";
import type { Answer } from "@openremit/shared/http";
import { errorLines } from "./error-lines.ts";
import { folded, textTable } from "./text-table.ts";
import type { VisitReport } from "./visit-source.ts";

const mostRates = 40;

const outcomes: Record<VisitReport["run"]["run"]["outcome"], string> = {
  stored: "Outcome: good, to be stored",
  empty: "Outcome: good, the source has nothing to say",
  quarantined: "Outcome: set aside whole by the checks",
  failed: "Outcome: failed",
};

/** What was asked and answered, what was read out of it, how the rules judge it, and what became of it; as lines. */
export function showVisit({ run, failure, answers, inspection }: VisitReport): readonly string[] {
  const { quotes, issues } = inspection ?? run;
  return [
    ...section("Asked and answered", answerHeads, answers.map(answerRow), answerWidths),
    ...section("Offers", offerHeads, quotes.map(offerRow)),
    ...section(ratesTitle(run.rates), rateHeads, newestRates(run.rates)),
    ...section("Checks", ["", "rule", "broken by"], ruleRows(inspection?.rules ?? []), [null, null, 90]),
    ...section("Issues", ["code", "about", "detail"], issues.map(issueRow), [null, null, 80]),
    `robots.txt: ${run.run.robots.result}`,
    outcomes[run.run.outcome],
    ...(failure === null ? [] : errorLines(failure)),
  ];
}

/** A table under its title; nothing where it has no rows. */
function section(title: string, heads: readonly string[], rows: string[][], widths: readonly (number | null)[] = []) {
  return rows.length === 0 ? [] : [title, textTable(heads, rows, widths)];
}

const answerHeads = ["", "method", "address", "status", "type", "bytes", "sha256", "at"];
const addressWidth = 70;
const answerWidths = [null, null, addressWidth, null, null, null, null, null];

function answerRow({ request, status, contentType, body, bodySha256, fetchedAt }: Answer, place: number): string[] {
  const { pathname } = new URL(request.url);
  const name = pathname === "/robots.txt" ? "robots" : String(place);
  const type = contentType?.split(";")[0] ?? "";
  return [
    name,
    request.method,
    folded([request.url, ...(request.body === undefined ? [] : [request.body])].join("\n"), addressWidth - 2),
    String(status),
    type,
    String(body.length),
    bodySha256.slice(0, 12),
    fetchedAt.slice(11, 23),
  ];
}

const offerHeads = [
  "provider",
  "pay-in",
  "pay-out",
  "amount",
  "fee",
  "rate",
  "received",
  "kind",
  "promotion",
  "speed",
  "flags",
];

function offerRow(quote: QuoteObservation): string[] {
  const { promotion } = quote;
  return [
    quote.provider,
    quote.payIn ?? quote.payInCode ?? "?",
    quote.payOut ?? quote.payOutCode ?? "?",
    quote.amount ?? "schedule",
    quote.feeSchedule === null ? unknownAs(quote.fee) : "schedule",
    unknownAs(quote.rate),
    unknownAs(quote.received),
    `${quote.priceKind}, fee ${quote.feePlacement}`,
    promotion === null ? "" : `rate ${unknownAs(promotion.rate)}, fee ${unknownAs(promotion.fee)}`,
    quote.speed ?? "",
    quote.flags.join(" "),
  ];
}

function unknownAs(figure: string | null): string {
  return figure ?? "unknown";
}

const rateHeads = ["base", "quote", "value", "day", "flags"];

function newestRates(rates: readonly RateObservation[]): string[][] {
  return rates
    .toSorted((a, b) => b.observedOn.localeCompare(a.observedOn) || a.quote.localeCompare(b.quote))
    .slice(0, mostRates)
    .map(({ base, quote, value, observedOn, flags }) => [base, quote, value, observedOn, flags.join(" ")]);
}

function ratesTitle({ length }: readonly RateObservation[]): string {
  return length > mostRates ? `Rates: the newest ${mostRates} of ${length}` : `Rates: ${length}`;
}

function issueRow({ code, subject, detail }: SourceIssue): string[] {
  return [code, subject, detail];
}

function ruleRows(rules: readonly { readonly rule: string; readonly broken: readonly string[] }[]): string[][] {
  return rules.map(({ rule, broken }) => {
    const name = rule.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
    return [broken.length === 0 ? "✓" : "✗", name, broken.slice(0, 5).join("; ")];
  });
}
