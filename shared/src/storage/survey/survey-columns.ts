import type { SurveyService } from "../../contracts/index.ts";

type Value = string | number | boolean | null | readonly string[];

/** Columns of `survey_services` that a row of a file fills, in the order in which they are copied. */
export const surveyColumns: readonly (readonly [string, (service: SurveyService) => Value])[] = [
  ["period", (service) => service.period],
  ["survey_id", (service) => service.surveyId],
  ["source_row_id", (service) => service.sourceRowId],
  ["layout", (service) => service.layout],
  ["surveyed_on", (service) => service.surveyedOn],
  ["source_country", (service) => service.sourceCountry],
  ["destination_country", (service) => service.destinationCountry],
  ["firm", (service) => service.firm],
  ["firm_type", (service) => service.firmType],
  ["product", (service) => service.product],
  ["access_point", (service) => service.accessPoint],
  ["pay_in_text", (service) => service.payInText],
  ["pay_in", (service) => service.payIn],
  ["pay_out_text", (service) => service.payOutText],
  ["pay_out", (service) => service.payOut],
  ["pickup_location", (service) => service.pickupLocation],
  ["coverage", (service) => service.coverage],
  ["speed_text", (service) => service.speedText],
  ["speed", (service) => service.speed],
  ["speed_days", (service) => service.speedDays],
  ["amount_usd", (service) => service.amountUsd],
  ["local_amount", (service) => service.localAmount],
  ["local_currency", (service) => service.localCurrency],
  ["fee", (service) => service.fee],
  ["fee_pct", (service) => service.feePct],
  ["rate", (service) => service.rate],
  ["interbank_rate", (service) => service.interbankRate],
  ["fx_margin_pct", (service) => service.fxMarginPct],
  ["total_cost_pct", (service) => service.totalCostPct],
  ["transparent", (service) => service.transparent],
  ["pay_out_currency", (service) => service.payOutCurrency],
  ["note", (service) => service.note],
  ["note2", (service) => service.note2],
  ["flags", (service) => service.flags],
];

/** A service with a short text that is equal for rows that say the same. */
export interface SurveyRowToStore {
  readonly service: SurveyService;
  readonly valueHash: string;
}

/** The columns of a copied line: those above and the hash. */
export const copiedColumns = [...surveyColumns.map(([name]) => name), "value_hash"].join(", ");

/** One line of PostgreSQL's COPY text format, without its end. */
export function copyLine({ service, valueHash }: SurveyRowToStore): string {
  let line = "";
  for (const [, value] of surveyColumns) line += `${copyField(value(service))}\t`;
  return `${line}${valueHash}`;
}

function copyField(value: Value): string {
  if (value === null) return "\\N";
  if (typeof value === "string") return needsEscape.test(value) ? escaped(value) : value;
  return typeof value === "object" ? `{${value.join()}}` : `${value}`;
}

const needsEscape = /[\\\t\n\r]/;

function escaped(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r");
}
