import { allTransparentFrom } from "../../domain/index.ts";
import type { RowsSource } from "./build-rows-query.ts";

/** Columns that are in the file what they are in the table. */
const plain =
  `period survey_id revision source_row_id layout surveyed_on source_country destination_country firm firm_type
  product access_point pay_in_text pay_in pay_out_text pay_out pickup_location coverage speed_text speed speed_days
  amount_usd local_amount local_currency fee fee_pct rate interbank_rate fx_margin_pct total_cost_pct transparent
  pay_out_currency note note2 file_sha256`.split(/\s+/);

/** What `countedPrices` says of all prices, for one row. */
const counted = `s.total_cost_pct is not null and coalesce(s.transparent, s.period >= '${allTransparentFrom}') and (
  s.layout <> 'extract' or not exists (
    select from current_survey_services whole where whole.layout <> 'extract' and whole.period = s.period
      and whole.source_country = s.source_country and whole.destination_country = s.destination_country))`;

/** Rows of the World Bank's survey. The rights are any text, in whose place those of the survey are said. */
export const surveyServiceRows: RowsSource = {
  columns: {
    ...Object.fromEntries(plain.map((column) => [column, `s.${column}`])),
    counted,
    flags: "array_to_string(s.flags, ' ')",
    licence: "''",
    attribution: "''",
  },
  from: "survey_services s",
  order: ["s.period", "s.survey_id"],
  texts: ["s.period", "s.survey_id"],
  newest: "s.revision desc",
  where: `not s.withdrawn and not exists (
    select from survey_services gone where gone.withdrawn and gone.period = s.period and gone.survey_id = s.survey_id
      and gone.revision > s.revision)`,
  filters: {
    sourceCountry: "s.source_country = {}::text",
    destinationCountry: "s.destination_country = {}::text",
    since: "s.period >= {}::text",
    until: "s.period <= {}::text",
  },
};
