import type { SimulatedSource } from "../simulated-source.ts";
import { bankAlMaghrib } from "./bank-al-maghrib.ts";
import { bcc } from "./bcc.ts";
import { bceao } from "./bceao.ts";
import { bnm } from "./bnm.ts";
import { bnrRwanda } from "./bnr-rwanda.ts";
import { brb } from "./brb.ts";
import { cbk } from "./cbk.ts";
import { cbn } from "./cbn.ts";
import { currencyfair } from "./currencyfair.ts";
import { dahabshiil } from "./dahabshiil.ts";
import { ecb } from "./ecb.ts";
import { fawazahmed0 } from "./fawazahmed0.ts";
import { fbil } from "./fbil.ts";
import { frankfurter } from "./frankfurter.ts";
import { inforeuro } from "./inforeuro.ts";
import { instarem } from "./instarem.ts";
import { koronapay } from "./koronapay.ts";
import { lemfi } from "./lemfi.ts";
import { nala } from "./nala.ts";
import { nbe } from "./nbe.ts";
import { nrb } from "./nrb.ts";
import { ofx } from "./ofx.ts";
import { openErApi } from "./open-er-api.ts";
import { pandaRemit } from "./panda-remit.ts";
import { paysend } from "./paysend.ts";
import { remitly } from "./remitly.ts";
import { ria } from "./ria.ts";
import { sendwave } from "./sendwave.ts";
import { taptapSend } from "./taptap-send.ts";
import { tcmb } from "./tcmb.ts";
import { transfergo } from "./transfergo.ts";
import { unore } from "./unore.ts";
import { westernUnion } from "./western-union.ts";
import { wise } from "./wise.ts";
import { wiseComparisons } from "./wise-comparisons.ts";
import { worldremit } from "./worldremit.ts";

/** Every simulated source by the key its adapter has. */
export const simulatedSources: ReadonlyMap<string, SimulatedSource> = new Map(
  [
    dahabshiil,
    nala,
    lemfi,
    pandaRemit,
    wise,
    wiseComparisons,
    remitly,
    westernUnion,
    taptapSend,
    ofx,
    paysend,
    instarem,
    currencyfair,
    koronapay,
    sendwave,
    worldremit,
    transfergo,
    ria,
    ecb,
    frankfurter,
    openErApi,
    tcmb,
    bankAlMaghrib,
    unore,
    inforeuro,
    bcc,
    brb,
    bceao,
    fawazahmed0,
    fbil,
    bnm,
    nrb,
    nbe,
    cbn,
    bnrRwanda,
    cbk,
  ].map((source) => [source.key, source]),
);
