import { requestsPerDay } from "../requests-per-day.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

/** A cap below what the schedule itself asks for would leave the last corridors of the day without prices, every day. */
export const checkDailyCaps: CatalogCheck = ({ corridors, quoteSources, rateSources }) => {
  const configured = corridors.files.map(({ value }) => value);
  return [...quoteSources.files, ...rateSources.files].flatMap((file) => {
    const { status, limits } = file.value;
    const needed = requestsPerDay(file.value, configured);
    if (status === "closed" || limits.perDay >= needed) return [];
    const wrong = `${limits.perDay} requests a day, and the schedule makes up to ${needed}`;
    return [problemIn(file, "$.limits.perDay", wrong, `write ${needed} or more, or ask less often`)];
  });
};
