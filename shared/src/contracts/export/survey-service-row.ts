import { z } from "zod";
import { surveyFlags, surveyLayouts } from "../../domain/survey/vocabulary.ts";
import { payIns, payOuts, speeds } from "../../domain/vocabulary.ts";
import { columns } from "./column.ts";
import { rightsColumns } from "./shared-columns.ts";

const { text, word, decimal, integer, boolean, day, currency, sha256 } = columns;
const money = "local_currency";
const percent = "per cent of the amount";
const rateUnit = "receive units per local_currency";

/** One service of Remittance Prices Worldwide at one amount, as published. */
export const surveyServiceRow = z
  .object({
    period: text("Quarter of the survey, such as 2014-Q2"),
    survey_id: text("The published id and the amount; unique only within its period"),
    revision: integer(null, "1, and one more for each corrected file; the last one stands here"),
    source_row_id: text("The id as published").nullable(),
    layout: word(surveyLayouts, "Column set of the file the row was read from"),
    surveyed_on: day("Day on which the price was collected").nullable(),
    source_country: text("ISO 3166-1 alpha-3; XKX for Kosovo"),
    destination_country: text("ISO 3166-1 alpha-3; XKX for Kosovo"),
    firm: text("As published"),
    firm_type: text("As published, in one spelling a type").nullable(),
    product: text("As published; to Q1 2016 only").nullable(),
    access_point: text("Where the service is bought, as published").nullable(),
    pay_in_text: text("Payment instrument as published; since Q2 2016 only").nullable(),
    pay_in: word(payIns, "The same in our words, where one of them says exactly that").nullable(),
    pay_out_text: text("Pick-up method as published").nullable(),
    pay_out: word(payOuts, "The same in our words, where one of them says exactly that").nullable(),
    pickup_location: text("As published").nullable(),
    coverage: text("Network in the receiving country, as published").nullable(),
    speed_text: text("As published").nullable(),
    speed: word(speeds, "The same in our words").nullable(),
    speed_days: integer("days", "Longest the speed allows; 6: six or more").nullable(),
    amount_usd: integer("USD", "The surveyed amount as US dollar equivalent: 200 or 500"),
    local_amount: decimal(money, "The same in local_currency").nullable(),
    local_currency: currency("ISO 4217").nullable(),
    fee: decimal(money, "As published").nullable(),
    fee_pct: decimal(percent, "Where the file gives it").nullable(),
    rate: decimal(rateUnit, "Rate applied; empty where the margin was not disclosed").nullable(),
    interbank_rate: decimal(rateUnit, "Rate the margin was measured against").nullable(),
    fx_margin_pct: decimal(percent, "Empty where it was not disclosed").nullable(),
    total_cost_pct: decimal(
      percent,
      "Fee and margin, as published; averages are taken over rows that are counted",
    ).nullable(),
    transparent: boolean(
      "Whether the margin was disclosed before sending; empty where the file does not say",
    ).nullable(),
    counted: boolean(
      "Whether it enters averages, such as those of survey-corridors: its total is published, it is transparent (since 2021-Q4 also where the file does not say), and it is not of an extract where the survey itself holds the corridor's quarter",
    ),
    pay_out_currency: currency("Empty: the survey does not record it").nullable(),
    note: text("As published").nullable(),
    note2: text("As published").nullable(),
    flags: text(`What a reader should know, separated by blanks: ${surveyFlags.join(", ")}`),
    file_sha256: sha256("Hash of the file it was read from"),
    ...rightsColumns,
  })
  .strict();
export type SurveyServiceRow = z.infer<typeof surveyServiceRow>;
