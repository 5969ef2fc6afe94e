import { positiveDecimalString } from "@openremit/shared/contracts";
import { Decimal, decimalText, SourceShapeError } from "@openremit/shared/domain";
import { summable } from "../summable.ts";

/** Digits enough to hold any product of two figures: 40 would round it, and call a quotient that does not end exact. */
const Product = Decimal.clone({ precision: 100 });

/** The middle of a buying and a selling figure, exact. A selling figure below the buying one is a table misread. */
export function midpointOf(buying: string, selling: string): string {
  const [low, high] = [readSummable(buying), readSummable(selling)];
  if (low.gt(high)) throw new SourceShapeError(`bought at ${buying} and sold at ${selling}, the wrong way round`);
  return decimalText(low.plus(high).div(2));
}

/** A figure for `unit` of a currency, per one: divided out exactly, or refused. Per one already, it stays as published. */
export function perOne(figure: string, unit: string): string {
  const units = readSummable(unit);
  if (units.eq(1)) return figure;
  const one = units.gt(0) ? readSummable(figure).div(units) : new Decimal(0);
  const isExact = new Product(one).times(units).eq(figure);
  if (!isExact || !positiveDecimalString.safeParse(decimalText(one)).success) {
    throw new SourceShapeError(`${figure} for ${unit} cannot be put per one exactly`);
  }
  return decimalText(one);
}

function readSummable(figure: string): Decimal {
  const read = summable.safeParse(figure);
  if (!read.success) throw new SourceShapeError(`"${figure.slice(0, 60)}" is no figure to halve or divide`);
  return new Decimal(read.data);
}

/** `1,463.07` as `1463.07`; anything else as it is. */
export function withoutThousands(figure: string): string {
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(figure) ? figure.replaceAll(",", "") : figure;
}

/**
 * `1.954,2800`, `655,9570` and `2 263,0000` with a decimal point; anything without a decimal comma as it is. A blank
 * counts as none only between thousands: two figures in one cell are not one.
 */
export function withDecimalPoint(figure: string): string {
  const text = figure.trim();
  const digits = /^\d{1,3}(\s\d{3})+([.,]\d+)?$/.test(text) ? text.replace(/\s/g, "") : text;
  return /^(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(digits) ? digits.replaceAll(".", "").replace(",", ".") : digits;
}
