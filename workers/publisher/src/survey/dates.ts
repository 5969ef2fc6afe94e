import { SourceShapeError, shiftDay } from "@openremit/shared/domain";
import { textOf } from "./cells.ts";
import { remember } from "./remember.ts";

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Day 0 of spreadsheets, whose calendar has a 29 February 1900. */
const sheetEpoch = "1899-12-30";

/** `2014_2Q` as `2014-Q2`. SourceShapeError for anything else: a row without its quarter is about nothing. */
export const periodOf = remember((cell: string): string => {
  const [, year, quarter] = /^((?:19|20)\d\d)[_ -]([1-4])q$/i.exec(cell.trim()) ?? [];
  const [, otherYear, otherQuarter] = /^((?:19|20)\d\d)[_ -]?q([1-4])$/i.exec(cell.trim()) ?? [];
  if ((year ?? otherYear) === undefined) {
    throw new SourceShapeError(`period: "${cell.slice(0, 40)}" is no quarter such as 2014_2Q`);
  }
  return `${year ?? otherYear}-Q${quarter ?? otherQuarter}`;
});

/**
 * `22/Jan/2011`, `2025-08-18 00:00:00` or a spreadsheet's day number as a day of ISO 8601, without its time; null where
 * there is no day in it.
 */
export const dayIn = remember((cell: string): string | null => {
  const text = textOf(cell);
  if (text === null) return null;
  const iso = /^\d{4}-\d\d-\d\d(?=$|[T ])/.exec(text)?.[0];
  if (iso !== undefined) return realDay(iso);
  const [, date = "", month = "", year] = /^(\d{1,2})[/ -]([a-z]{3})[a-z]*[/ -](\d{4})$/i.exec(text) ?? [];
  if (year !== undefined) {
    const number = `${months.indexOf(month.toLowerCase()) + 1}`;
    return realDay(`${year}-${number.padStart(2, "0")}-${date.padStart(2, "0")}`);
  }
  const [, serial] = /^([34]\d{4})(?:\.\d*)?$/.exec(text) ?? [];
  return serial === undefined ? null : shiftDay(sheetEpoch, Number.parseInt(serial, 10));
});

function realDay(day: string): string | null {
  const at = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day ? null : day;
}
