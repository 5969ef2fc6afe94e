import { readFileSync } from "node:fs";
import {
  type OfferPrices,
  type PriceBand,
  type PriceSample,
  parseDecimal,
  parseFeeSchedule,
} from "@openremit/shared/domain";
import { parse } from "csv-parse/sync";

/** One row of a golden table, by column name. */
export type GoldenRow = Readonly<Record<string, string>>;

export function readRows(file: string): GoldenRow[] {
  return parse<GoldenRow>(readFileSync(new URL(file, import.meta.url)), { columns: true });
}

/** A cell that must exist; the empty string is an empty cell. */
export function cell(row: GoldenRow, column: string): string {
  const text = row[column];
  if (text === undefined) throw new Error(`no column "${column}"`);
  return text;
}

function match(pattern: RegExp, text: string): Record<string, string | undefined> {
  const groups = pattern.exec(text.trim())?.groups;
  if (groups === undefined) throw new Error(`cannot read "${text}"`);
  return groups;
}

const orNull = (text: string | undefined) => (text ? parseDecimal(text) : null);

const tierPattern =
  /^from (?<from>\S+): (?<flat>[\d.]+)(?: \+ (?<pct>[\d.]+)%)?(?: min (?<min>\S+))?(?: max (?<max>\S+))?$/;

/** `from 0: 1.99 + 0.5% min 1 max 5 | from 150: 0`; band `50..1000`. */
export function parseSchedule(row: GoldenRow): OfferPrices["schedule"] {
  const tiers = cell(row, "fees")
    .split("|")
    .map((text) => match(tierPattern, text))
    .map(({ from = "", flat = "", pct = "0", min, max }) => ({ from, flat, pct, min: min ?? null, max: max ?? null }));
  const [min, max] = cell(row, "band").split("..");
  return {
    fees: parseFeeSchedule({ tiers }),
    rate: parseDecimal(cell(row, "rate")),
    band: min && max ? { min: parseDecimal(min), max: parseDecimal(max) } : null,
    payOutFee: orNull(cell(row, "payOutFee")),
  };
}

const samplePattern =
  /^(?<amount>\S+) fee (?<fee>\S+) rate (?<rate>\S+)(?: received (?<received>\S+))?(?: band (?<min>\S+)\.\.(?<max>\S+))?(?: payout fee (?<payOutFee>\S+))?$/;

/** `100 fee 2 rate 10 received 980 band 50..500 payout fee 5 | 200 …`. */
export function parseSamples(row: GoldenRow): PriceSample[] {
  return cell(row, "samples")
    .split("|")
    .map((text) => match(samplePattern, text))
    .map(({ amount = "", fee = "", rate = "", received, min, max, payOutFee }): PriceSample => {
      const band: PriceBand | null = min && max ? { min: parseDecimal(min), max: parseDecimal(max) } : null;
      return {
        amount: parseDecimal(amount),
        fee: parseDecimal(fee),
        rate: parseDecimal(rate),
        received: orNull(received),
        band,
        payOutFee: orNull(payOutFee),
      };
    });
}
