import { Decimal, decimalText, SourceShapeError } from "@openremit/shared/domain";

/** What stands where nothing is known. */
const placeholders = new Set(["", "..", "...", "-", "n/a", "na", "not available", "null", "none"]);
const formulaErrors = new Set(["#n/a", "#value!", "#ref!", "#div/0!", "#name?", "#num!", "#null!"]);

const plain = /^-?\d{1,25}(\.\d{1,25})?$/;
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

/**
 * The figure of a cell with the digits published; null for a placeholder. Numbers stored as text may have blanks around
 * them, commas between thousands or an exponent.
 *
 * @throws SourceShapeError for anything else.
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
  return plain.test(digits) ? digits : decimalText(new Decimal(digits));
}

/** The same figure without zeros that say nothing: `200.0` and `200` are one value. */
export function leastDigits(figure: string | null): string {
  if (figure === null) return "";
  const short = figure.endsWith("0") && figure.includes(".") ? figure.replace(/\.?0+$/, "") : figure;
  return short === "-0" ? "0" : short;
}
