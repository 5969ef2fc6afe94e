import { isCurrency, type SurveyFlag, totalDiffers } from "@openremit/shared/domain";
import type { PricePiece } from "./layouts.ts";
import type { RowCells } from "./row-cells.ts";

/** The price of a row's service at one of its amounts. */
export interface RowPrice {
  readonly localAmount: string | null;
  readonly localCurrency: string | null;
  readonly fee: string | null;
  readonly feePct: string | null;
  readonly rate: string | null;
  readonly fxMarginPct: string | null;
  readonly totalCostPct: string | null;
}

const cfaOfWest = new Set(["BEN", "BFA", "CIV", "GNB", "MLI", "NER", "SEN", "TGO"]);
const cfaOfCentre = new Set(["CMR", "CAF", "TCD", "COG", "GNQ", "GAB"]);

/**
 * Reads one amount of a row, as published. Null: the row says nothing about this amount. Flags are added to `flags`.
 *
 * Of a service that is not transparent, margin 0 and rate 1 are placeholders: what they stand for is unknown.
 *
 * @throws SourceShapeError for a cell that should hold a figure and holds something else.
 */
export function priceOf(
  row: RowCells,
  amount: "cc1" | "cc2",
  { transparent, country }: { readonly transparent: boolean | null; readonly country: string },
  flags: SurveyFlag[],
): RowPrice | null {
  const figure = (piece: PricePiece) => row.figure(`${amount} ${piece}`);
  const fee = figure("fee");
  const margin = figure("margin");
  const rate = figure("rate");
  const totalCostPct = figure("total");
  if (fee === null && margin === null && totalCostPct === null) return null;
  const hidden = transparent === false;
  const isHidden = { margin: hidden && isValue(margin, "0"), rate: hidden && isValue(rate, "1") };
  const localAmount = figure("amount");
  const feePct = amount === "cc1" ? row.figure("feePct") : null;
  const localCurrency = currencyOf(row.text(`${amount} code`), country, flags);
  if (isHidden.margin || isHidden.rate) flags.push("undisclosed_margin");
  if (!hidden && isValue(rate, "1")) flags.push("rate_is_one");
  if (totalCostPct === null) flags.push("total_missing");
  else if (totalCostPct.startsWith("-")) flags.push("negative_cost");
  const cost = { amount: localAmount, fee, feePct, marginPct: margin, totalPct: totalCostPct };
  if (totalDiffers(cost)) flags.push("total_differs");
  return {
    localAmount,
    localCurrency,
    fee,
    feePct,
    rate: isHidden.rate ? null : rate,
    fxMarginPct: isHidden.margin ? null : margin,
    totalCostPct,
  };
}

function isValue(figure: string | null, value: "0" | "1"): boolean {
  if (figure === null || figure === value) return figure === value;
  return value === "0" ? /^-?0+(\.0*)?$/.test(figure) : /^0*1(\.0*)?$/.test(figure);
}

/** ISO 4217 of a currency code; the CFA franc is one of two, by the country. Null where it is neither. */
function currencyOf(code: string | null, country: string, flags: SurveyFlag[]): string | null {
  if (code === null || isCurrency(code)) return code;
  flags.push("currency_respelled");
  const upper = code.toUpperCase();
  if (isCurrency(upper)) return upper;
  if (upper !== "CFA") return null;
  if (cfaOfWest.has(country)) return "XOF";
  return cfaOfCentre.has(country) ? "XAF" : null;
}
