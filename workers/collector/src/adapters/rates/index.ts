import type { RateAdapter } from "../adapter.ts";
import { bnm } from "./bnm.ts";
import { bnrRwanda } from "./bnr-rwanda.ts";
import { cbk } from "./cbk.ts";
import { cbn } from "./cbn.ts";
import { ecb } from "./ecb.ts";
import { fawazahmed0 } from "./fawazahmed0.ts";
import { fbil } from "./fbil.ts";
import { frankfurter } from "./frankfurter.ts";
import { nbe } from "./nbe.ts";
import { nrb } from "./nrb.ts";
import { openErApi } from "./open-er-api.ts";

/** Every rate adapter by its key. */
export const rateAdapters: ReadonlyMap<string, RateAdapter> = new Map(
  [ecb, frankfurter, openErApi, cbk, bnrRwanda, cbn, nbe, nrb, bnm, fbil, fawazahmed0].map((adapter) => [
    adapter.key,
    adapter,
  ]),
);
