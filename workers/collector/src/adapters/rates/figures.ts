import { Decimal, decimalText, parseDecimal, SourceShapeError } from "@openremit/shared/domain";

/** The middle of a buying and a selling figure, exact. A selling figure below the buying one is a table misread. */
export function midpointOf(buying: string, selling: string): string {
  const [low, high] = [parseDecimal(buying), parseDecimal(selling)];
  if (low.gt(high)) throw new SourceShapeError(`bought at ${buying} and sold at ${selling}, the wrong way round`);
  return decimalText(low.plus(high).div(2));
}

/** A figure for `unit` of a currency, per one: divided out exactly, or refused. Per one already, it stays as published. */
export function perOne(figure: string, unit: string): string {
  const units = parseDecimal(unit);
  if (units.eq(1)) return figure;
  const one = units.gt(0) ? parseDecimal(figure).div(units) : new Decimal(0);
  if (!one.gt(0) || !one.times(units).eq(figure)) {
    throw new SourceShapeError(`${figure} for ${unit} cannot be put per one exactly`);
  }
  return decimalText(one);
}

/** `1,463.07` as `1463.07`; anything else as it is. */
export function withoutThousands(figure: string): string {
  return /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(figure) ? figure.replaceAll(",", "") : figure;
}

/** `1.954,2800`, `655,9570` and `2 263,0000` with a decimal point; anything without a decimal comma as it is. */
export function withDecimalPoint(figure: string): string {
  const digits = figure.replace(/\s/g, "");
  return /^(\d+|\d{1,3}(\.\d{3})+),\d+$/.test(digits) ? digits.replaceAll(".", "").replace(",", ".") : digits;
}
