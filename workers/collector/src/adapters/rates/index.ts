import type { RateAdapter } from "../adapter.ts";
import { ecb } from "./ecb.ts";
import { frankfurter } from "./frankfurter.ts";
import { openErApi } from "./open-er-api.ts";

/** Every rate adapter by its key. */
export const rateAdapters: ReadonlyMap<string, RateAdapter> = new Map(
  [ecb, frankfurter, openErApi].map((adapter) => [adapter.key, adapter]),
);
