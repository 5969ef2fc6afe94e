import type { SurveyLayout } from "@openremit/shared/domain";

/** The columns that are read. A file's own name of each stands in `columnNames`. */
export type SurveyColumn =
  | "id"
  | "period"
  | "sourceCode"
  | "sourceName"
  | "destinationCode"
  | "destinationName"
  | "firm"
  | "firmType"
  | "product"
  | "accessPoint"
  | "payIn"
  | "payOut"
  | "pickupLocation"
  | "coverage"
  | "speed"
  | "transparent"
  | "interbankRate"
  | "date"
  | "corridor"
  | "note"
  | "note2"
  | "amountUsd"
  | "feePct"
  | PriceColumn;

const pricePieces = ["amount", "denomination", "code", "fee", "rate", "margin", "total"] as const;
export type PricePiece = (typeof pricePieces)[number];
export type PriceColumn = `cc1 ${PricePiece}` | `cc2 ${PricePiece}`;

const pieceNames: Readonly<Record<PricePiece, string>> = {
  amount: "lcu amount",
  denomination: "denomination amount",
  code: "lcu code",
  fee: "lcu fee",
  rate: "lcu fx rate",
  margin: "fx margin",
  total: "total cost %",
};

const priceNames = (["cc1", "cc2"] as const).flatMap((amount) =>
  pricePieces.map((piece) => [`${amount} ${pieceNames[piece]}`, `${amount} ${piece}`] as const),
);

/** Headers in lower case, single blanks. A header that is not among them is not read. */
export const columnNames: ReadonlyMap<string, SurveyColumn> = new Map<string, SurveyColumn>([
  ["id", "id"],
  ["period", "period"],
  ["source_code", "sourceCode"],
  ["source_name", "sourceName"],
  ["destination_code", "destinationCode"],
  ["destination_name", "destinationName"],
  ["firm", "firm"],
  ["firm_type", "firmType"],
  ["product", "product"],
  ["sending location", "accessPoint"],
  ["access point", "accessPoint"],
  ["payment instrument", "payIn"],
  ["pick-up method", "payOut"],
  ["pickup method", "payOut"],
  ["pickup location", "pickupLocation"],
  ["coverage", "coverage"],
  ["receiving network coverage", "coverage"],
  ["speed actual", "speed"],
  ["transparent", "transparent"],
  ["inter lcu bank fx", "interbankRate"],
  ["date", "date"],
  ["corridor", "corridor"],
  ["note1", "note"],
  ["standard note", "note"],
  ["note2", "note2"],
  ["usd_amount", "amountUsd"],
  ["fee_pct", "feePct"],
  ["fx_margin_pct", "cc1 margin"],
  ["total_cost_pct", "cc1 total"],
  ["days_to_arrive", "speed"],
  ...priceNames,
]);

/** A file has a layout when one of its marks is a header; it is whole when all that is needed is. */
export const layoutMarks: readonly { readonly layout: SurveyLayout; readonly marks: readonly string[] }[] = [
  { layout: "extract", marks: ["usd_amount", "total_cost_pct"] },
  { layout: "modern", marks: ["payment instrument", "access point", "receiving network coverage"] },
  { layout: "legacy", marks: ["product", "sending location", "pick-up method"] },
];

const corridorAndFirm = ["period", "source_code", "destination_code", "firm", "firm_type"];
const priced = [...corridorAndFirm, "id", "speed actual", "transparent", ...priceNames.map(([name]) => name)];

export const neededHeaders: Readonly<Record<SurveyLayout, readonly string[]>> = {
  legacy: priced,
  modern: priced,
  extract: [...corridorAndFirm, "usd_amount", "fee_pct", "fx_margin_pct", "total_cost_pct"],
};
