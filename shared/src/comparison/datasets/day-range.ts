import type { ExportFilters } from "../../contracts/index.ts";
import { dayOf, endOfDay, startOfDay } from "../../domain/index.ts";

const msOfDay = 86_400_000;

/** The days asked for as moments: the first that counts, and the first that no longer does. */
export function momentsOf({ since, until }: ExportFilters): { from?: string; before?: string } {
  return {
    ...(since !== undefined && { from: startOfDay(since).toISOString() }),
    ...(until !== undefined && { before: new Date(endOfDay(until).getTime() + 1).toISOString() }),
  };
}

/** The same as days. */
export function daysOf({ since, until }: ExportFilters): { from?: string; before?: string } {
  return {
    ...(since !== undefined && { from: since }),
    ...(until !== undefined && { before: dayOf(new Date(startOfDay(until).getTime() + msOfDay)) }),
  };
}
