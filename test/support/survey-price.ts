import {
  type PayIn,
  type PayOut,
  parseDecimal,
  payIns,
  payOuts,
  type SurveyPrice,
  speeds,
  surveyLayouts,
} from "@openremit/shared/domain";

type Cells = Readonly<Partial<Record<string, string>>>;

/** A surveyed price of its cells; a transparent one of 5 % from Belgium to Morocco at USD 200 unless said. */
export function buildSurveyPrice(cells: Cells = {}): SurveyPrice {
  const word = <Word extends string>(words: readonly Word[], text: string | undefined) =>
    words.find((one) => one === text) ?? null;
  const { cost = "5", transparent = "yes", days } = cells;
  const payIn: PayIn | null = word(payIns, cells.payIn);
  const payOut: PayOut | null = word(payOuts, cells.payOut);
  return {
    layout: word(surveyLayouts, cells.layout) ?? "legacy",
    period: cells.period ?? "2013-Q1",
    sourceCountry: cells.from ?? "BEL",
    destinationCountry: cells.to ?? "MAR",
    firm: cells.firm ?? "Alpha",
    firmType: cells.firmType ?? null,
    payIn,
    payOut,
    speed: word(speeds, cells.speed),
    speedDays: days === undefined || days === "" ? null : Number.parseInt(days, 10),
    coverage: cells.coverage === "" ? null : (cells.coverage ?? "Nationwide"),
    amountUsd: cells.amount === "500" ? 500 : 200,
    totalCostPct: cost === "" ? null : parseDecimal(cost),
    transparent: transparent === "" ? null : transparent === "yes",
  };
}
