/** Column sets in which the World Bank publishes Remittance Prices Worldwide: to Q1 2016, since Q2 2016, and extracts. */
export const surveyLayouts = ["legacy", "modern", "extract"] as const;
export type SurveyLayout = (typeof surveyLayouts)[number];

/** The two amounts surveyed, as USD equivalents; the files call them cc1 and cc2. */
export const surveyAmounts = [200, 500] as const;
export type SurveyAmount = (typeof surveyAmounts)[number];

/** What a reader of one survey row should know. A flag never changes or removes a published figure. */
export const surveyFlags = [
  "total_differs",
  "total_missing",
  "undisclosed_margin",
  "rate_is_one",
  "negative_cost",
  "odd_amount",
  "corridor_differs",
  "former_country",
  "currency_respelled",
  "repeated_service",
  "day_unreadable",
  "formula_error",
] as const;
export type SurveyFlag = (typeof surveyFlags)[number];

export const surveyFlagTexts: Readonly<Record<SurveyFlag, string>> = {
  total_differs: "the published total differs from fee/amount × 100 + margin by more than 0.05 points",
  total_missing: "the total is not published",
  undisclosed_margin: "the service is not transparent: its margin 0 and rate 1 are placeholders and read as unknown",
  rate_is_one: "a transparent service at rate 1: sent and paid out in one currency",
  negative_cost: "the published total is below zero",
  odd_amount: "the amount is published as another equivalent than USD 200 or 500",
  corridor_differs: "the corridor column names other countries than the country columns",
  former_country: "the country's code or name is a former or an unofficial one",
  currency_respelled: "the currency is not published as an ISO 4217 code",
  repeated_service: "another row of the same period says the same in every column",
  day_unreadable: "the day of the survey cannot be read",
  formula_error: "a formula of the workbook shows an error instead of a figure",
};
