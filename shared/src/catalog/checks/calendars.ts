import { type CatalogCheck, problemIn } from "./check.ts";

/** Calendars: days ascend, each once, so that a missing year is seen at a glance. */
export const checkCalendars: CatalogCheck = ({ calendars: file }) => {
  if (file === null) return [];
  const { closedOn } = file.value.target;
  return closedOn.flatMap((day, position) => {
    const before = closedOn[position - 1];
    if (before === undefined || before < day) return [];
    const path = `$.target.closedOn[${position}]`;
    return [problemIn(file, path, `${day} does not come after ${before}`, "sort the days, each once")];
  });
};
