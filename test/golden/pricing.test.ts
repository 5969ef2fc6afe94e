import { describe, expect, it } from "@jest/globals";
import {
  costsOf,
  type Decimal,
  decimalText,
  displayPct,
  feePlacements,
  minorUnits,
  moneyText,
  type OfferPrices,
  parseDecimal,
  priceForBudget,
  priceForReceived,
} from "@openremit/shared/domain";
import { cell, type GoldenRow, parseSamples, parseSchedule, readRows } from "./pricing/read-rows.ts";

/**
 * Prices a person can check by hand (METHOD 1 to 3): everything left of `pay` is given, everything from `pay` on expected.
 * `amount` answers `question`: what the sender pays, or what the recipient must get.
 */
function answer(row: GoldenRow, prices: OfferPrices): Record<string, string> {
  const ask = cell(row, "question") === "pay" ? priceForBudget : priceForReceived;
  const priced = ask(prices, parseDecimal(cell(row, "amount")));
  if (priced === null) return { pay: "out of range" };
  const reference = cell(row, "reference");
  const costs = costsOf(priced, prices.feePlacement, reference === "" ? null : parseDecimal(reference));
  const send = (amount: Decimal | null) => (amount === null ? "" : moneyText(amount, cell(row, "from")));
  const pct = (figure: Decimal | null) => (figure === null ? "" : displayPct(figure));
  return {
    pay: send(priced.pay),
    fee: send(priced.fee),
    converted: send(priced.converted),
    appliedRate: decimalText(priced.rate),
    received: moneyText(priced.received, cell(row, "to")),
    derivation: priced.derivation,
    sample: priced.sample === null ? "" : `${priced.sample}`,
    flags: priced.flags.join(" "),
    feePct: pct(costs.feePct),
    fxMarginPct: pct(costs.fxMarginPct),
    effectiveCostPct: pct(costs.effectiveCostPct),
    rpwTotalPct: pct(costs.rpwTotalPct),
    cost: send(costs.cost),
  };
}

const expectedColumns = [
  "pay",
  "fee",
  "converted",
  "appliedRate",
  "received",
  "derivation",
  "sample",
  "flags",
  "feePct",
  "fxMarginPct",
  "effectiveCostPct",
  "rpwTotalPct",
  "cost",
];

function expected(row: GoldenRow): Record<string, string> {
  if (cell(row, "pay") === "out of range") return { pay: "out of range" };
  return Object.fromEntries(expectedColumns.map((column) => [column, cell(row, column)]));
}

function pricesOf(row: GoldenRow): OfferPrices {
  const feePlacement = feePlacements.find((placement) => placement === cell(row, "placement"));
  if (feePlacement === undefined) throw new Error(`unknown placement in "${cell(row, "what it shows")}"`);
  return {
    feePlacement,
    samples: "samples" in row ? parseSamples(row) : [],
    schedule: "fees" in row ? parseSchedule(row) : null,
    sendMinorUnits: minorUnits(cell(row, "from")),
    receiveMinorUnits: minorUnits(cell(row, "to")),
  };
}

describe.each(["schedules.csv", "samples.csv"])("every row of the golden table %s", (file) => {
  const rows = readRows(file);

  it("holds enough rows to mean something", () => {
    expect(rows.length).toBeGreaterThanOrEqual(50);
  });

  it.each(rows.map((row) => [cell(row, "what it shows"), row] as const))("%s", (_, row) => {
    expect(answer(row, pricesOf(row))).toEqual(expected(row));
  });
});
