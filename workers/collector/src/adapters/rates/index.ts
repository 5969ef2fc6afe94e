import type { RateAdapter } from "../adapter.ts";
import { bankAlMaghrib } from "./bank-al-maghrib.ts";
import { bcc } from "./bcc.ts";
import { bceao } from "./bceao.ts";
import { bnm } from "./bnm.ts";
import { bnrRwanda } from "./bnr-rwanda.ts";
import { brb } from "./brb.ts";
import { cbk } from "./cbk.ts";
import { cbn } from "./cbn.ts";
import { ecb } from "./ecb.ts";
import { fawazahmed0 } from "./fawazahmed0.ts";
import { fbil } from "./fbil.ts";
import { frankfurter } from "./frankfurter.ts";
import { inforeuro } from "./inforeuro.ts";
import { nbe } from "./nbe.ts";
import { nrb } from "./nrb.ts";
import { openErApi } from "./open-er-api.ts";
import { tcmb } from "./tcmb.ts";
import { unore } from "./unore.ts";

/** Every rate adapter by its key. */
export const rateAdapters: ReadonlyMap<string, RateAdapter> = new Map(
  [
    ecb,
    frankfurter,
    openErApi,
    cbk,
    bnrRwanda,
    cbn,
    nbe,
    nrb,
    bnm,
    fbil,
    fawazahmed0,
    bceao,
    brb,
    bcc,
    inforeuro,
    unore,
    bankAlMaghrib,
    tcmb,
  ].map((adapter) => [adapter.key, adapter]),
);
