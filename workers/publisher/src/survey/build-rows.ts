import type { Countries } from "@openremit/shared/catalog";
import { SourceShapeError, type SurveyFlag } from "@openremit/shared/domain";
import { buildService, type Common } from "./build-service.ts";
import { dayIn, periodOf } from "./dates.ts";
import type { FoundLayout } from "./find-layout.ts";
import { firmTypeOf, payInOf, payOutOf, speedOf } from "./methods.ts";
import { priceOf } from "./price-of.ts";
import type { RowCells } from "./row-cells.ts";
import { rowCountries } from "./row-countries.ts";
import { commonText, surveyHash } from "./survey-hash.ts";
import type { SurveyRow } from "./survey-row.ts";

/**
 * The services of one row: one for each amount it prices, none where it prices none.
 *
 * @throws SourceShapeError naming the cell that makes no sense.
 */
export function buildRows(row: RowCells, { layout }: FoundLayout, countries: Countries): readonly SurveyRow[] {
  const flags: SurveyFlag[] = [];
  const common = commonOf(row, layout, countries, flags);
  const whose = { transparent: common.transparent, country: common.sourceCountry };
  const amounts = layout === "extract" ? [["cc1", extractAmount(row)] as const] : bothAmounts;
  const said = commonText(common);
  const rows: SurveyRow[] = [];
  for (const [amount, amountUsd] of amounts) {
    const found = [...flags];
    const price = priceOf(row, amount, whose, found);
    if (price === null) continue;
    const denomination = row.figure(`${amount} denomination`);
    if (denomination !== null && !isAmount(denomination, amountUsd)) found.push("odd_amount");
    const service = buildService(common, price, amountUsd, found);
    rows.push({ service, valueHash: surveyHash(said, amountUsd, price) });
  }
  return rows;
}

const bothAmounts = [["cc1", 200] as const, ["cc2", 500] as const];

function commonOf(row: RowCells, layout: FoundLayout["layout"], countries: Countries, flags: SurveyFlag[]): Common {
  const period = periodOf(row.raw("period"));
  const { source, destination, differs } = rowCountries(row, countries);
  if (differs) flags.push("corridor_differs");
  if (source.former || destination.former) flags.push("former_country");
  const firm = needed(row, "firm");
  const sourceRowId = layout === "extract" ? null : plainId(needed(row, "id"));
  const surveyedOn = dayIn(row.raw("date"));
  if (surveyedOn === null && row.text("date") !== null) flags.push("day_unreadable");
  if (row.hasError()) flags.push("formula_error");
  const product = row.text("product");
  const payInText = row.text("payIn");
  const payOutText = row.text("payOut");
  const speedText = row.text("speed");
  const { speed, speedDays } = speedOf(speedText);
  return {
    sourceRowId,
    layout,
    period,
    surveyedOn,
    corridor: `${source.code}-${destination.code}`,
    sourceCountry: source.code,
    destinationCountry: destination.code,
    firm,
    firmType: firmTypeOf(row.text("firmType")),
    product,
    accessPoint: row.text("accessPoint"),
    payInText,
    payIn: payInOf(payInText, product),
    payOutText,
    payOut: payOutOf(payOutText, product),
    pickupLocation: row.text("pickupLocation"),
    coverage: row.text("coverage"),
    speedText,
    speed,
    speedDays,
    interbankRate: row.figure("interbankRate"),
    transparent: transparencyOf(row.text("transparent")),
    payOutCurrency: null,
    note: row.text("note"),
    note2: row.text("note2"),
  };
}

function needed(row: RowCells, column: "firm" | "id"): string {
  const text = row.text(column);
  if (text === null) throw new SourceShapeError(`${column}: the cell is empty`);
  return text;
}

/** An id that a spreadsheet read as a number: `1212254602.0`. */
function plainId(id: string): string {
  return id.replace(/\.0+$/, "").slice(0, 40);
}

function transparencyOf(text: string | null): boolean | null {
  if (text === null) return null;
  const word = text.toLowerCase();
  if (word === "yes" || word === "no") return word === "yes";
  throw new SourceShapeError(`transparent: "${text.slice(0, 40)}" is neither yes nor no`);
}

function extractAmount(row: RowCells): 200 | 500 {
  const amount = row.figure("amountUsd");
  if (amount !== null && isAmount(amount, 200)) return 200;
  if (amount !== null && isAmount(amount, 500)) return 500;
  throw new SourceShapeError(`usd_amount: "${row.raw("amountUsd").slice(0, 40)}" is neither 200 nor 500`);
}

function isAmount(figure: string, amount: 200 | 500): boolean {
  const text = String(amount);
  return figure === text || figure.replace(/\.0+$/, "") === text;
}
