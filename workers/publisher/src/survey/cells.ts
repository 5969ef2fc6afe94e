import { Decimal, decimalText, exportDigits, roundHalfUp, SourceShapeError } from "@openremit/shared/domain";

/** What stands where nothing is known. */
const placeholders = new Set(["", "..", "...", "-", "n/a", "na", "not available", "null", "none"]);
const formulaErrors = new Set(["#n/a", "#value!", "#ref!", "#div/0!", "#name?", "#num!", "#null!"]);

const { whole, places } = exportDigits;
const plain = new RegExp(`^-?\\d{1,${whole}}(\\.\\d{1,${places}})?$`);
const loose = /^[+-]?(\d{1,25}|\d{1,3}(,\d{3})+)?(\.\d*)?(e[+-]?\d{1,2})?$/i;

const longestPlaceholder = 13;
const placeholderStart = /^[.\-nN#]/;

/** Words of a cell; null for a placeholder. */
export function textOf(cell: string): string | null {
  const text = cell.trim();
  if (text.length > longestPlaceholder) return text;
  if (text === "") return null;
  if (!placeholderStart.test(text)) return text;
  return placeholders.has(text.toLowerCase()) || isFormulaError(text) ? null : text;
}

/** Whether a formula shows an error in the place of its result. */
export function isFormulaError(cell: string): boolean {
  return cell.startsWith("#") && formulaErrors.has(cell.trim().toLowerCase());
}

/** Significant digits of a binary float: programs write no more. */
const floatDigits = 17;

/** A binary float in plain digits: what is beyond the places of the record is its noise, such as 2.2E-20 for nothing. */
export function floatText(value: Decimal): string {
  const rounded = roundHalfUp(value, places);
  return rounded.isZero() ? "0" : decimalText(rounded);
}

/**
 * The figure of a cell with the digits published; null for a placeholder. Numbers stored as text may have blanks around
 * them, commas between thousands or an exponent.
 *
 * @throws SourceShapeError for anything else, and for more digits than the record holds.
 */
export function figureOf(cell: string, column: string): string | null {
  if (plain.test(cell)) return cell;
  const text =
    textOf(cell)
      ?.replace(/^'/, "")
      .replaceAll(/[\s\u00A0]/g, "") ?? null;
  if (text === null || text === "") return null;
  if (plain.test(text)) return text;
  if (!loose.test(text) || !/\d/.test(text)) {
    throw new SourceShapeError(`${column}: "${cell.slice(0, 40)}" is no figure`);
  }
  const digits = text.replaceAll(",", "");
  if (plain.test(digits)) return digits;
  const value = new Decimal(digits);
  const figure = value.precision() <= floatDigits ? floatText(value) : decimalText(value);
  if (plain.test(figure)) return figure;
  throw new SourceShapeError(
    `${column}: "${cell.slice(0, 60)}" has more than ${whole} digits before or ${places} after its point`,
  );
}

/** The same figure without zeros that say nothing: `200.0` and `200` are one value. */
export function leastDigits(figure: string | null): string {
  if (figure === null) return "";
  const short = figure.endsWith("0") && figure.includes(".") ? figure.replace(/\.?0+$/, "") : figure;
  return short === "-0" ? "0" : short;
}
