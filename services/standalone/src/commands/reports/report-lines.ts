import type { QuoteObservation } from "@openremit/shared/contracts";
import type { ReportDecision, StoredReport } from "@openremit/shared/storage";
import { textTable } from "../source/text-table.ts";

const heads = [
  "id",
  "status",
  "received",
  "corridor",
  "provider",
  "seen: amount",
  "fee",
  "rate",
  "arrives",
  "where",
  "words",
];
const widths = [null, null, null, null, null, null, null, null, null, null, 36];

export function reportTable(reports: readonly StoredReport[]): string {
  return textTable(
    heads,
    reports.map(({ reportId, status, receivedAt, corridorKey, provider, seen, where, text }) => [
      reportId.slice(0, 8),
      status,
      receivedAt.slice(0, 10),
      corridorKey,
      provider,
      seen.amount ?? "",
      seen.fee ?? "",
      seen.rate ?? "",
      seen.received ?? "",
      where,
      text ?? "",
    ]),
    widths,
  );
}

/** @param current the price as it stands; @param revision of it, counted as receipts count */
export function reportLines(
  report: StoredReport,
  current: QuoteObservation | null,
  revision: number,
  decisions: readonly ReportDecision[],
): readonly string[] {
  const { seen } = report;
  const figure = (name: keyof typeof seen) => [name, seen[name] ?? "", current?.[name] ?? ""];
  return [
    `Report ${report.reportId}: ${report.status}`,
    `Received ${report.receivedAt}, seen ${report.where} on ${report.seenOn}, about ${report.provider} in ${report.corridorKey}`,
    textTable(["", "the reader saw", "we show"], [figure("amount"), figure("fee"), figure("rate"), figure("received")]),
    current === null
      ? "The price is no longer in the record."
      : `The price is of ${report.source}, seen at ${current.observedAt}; revision ${report.quoteRevision} when reported, ${revision} now.`,
    ...(current?.feeSchedule ? ["It has a fee for every amount, which is corrected in its tariff or adapter."] : []),
    `Receipt: /v1/offers/${report.quoteId}/receipt`,
    ...(report.text === null ? [] : [`In the reader's words (${report.language ?? "?"}): ${indented(report.text)}`]),
    ...decisions.map(({ status, why, decidedAt, correctedRevision }) => {
      const made = correctedRevision === null ? "" : `, revision ${correctedRevision} made`;
      return `${decidedAt.slice(0, 16)}Z ${status}${made}: ${why}`;
    }),
  ];
}

/** So that no line of a reader's looks like one of ours. */
function indented(text: string): string {
  return text.replaceAll("\n", "\n    ");
}
