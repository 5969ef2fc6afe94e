import type { QuoteAdapter } from "../adapter.ts";
import { currencyfair } from "./currencyfair.ts";
import { dahabshiil } from "./dahabshiil.ts";
import { instarem } from "./instarem.ts";
import { koronapay } from "./koronapay.ts";
import { lemfi } from "./lemfi.ts";
import { nala } from "./nala.ts";
import { ofx } from "./ofx.ts";
import { pandaRemit } from "./panda-remit.ts";
import { paysend } from "./paysend.ts";
import { remitly } from "./remitly.ts";
import { ria } from "./ria.ts";
import { sendwave } from "./sendwave.ts";
import { taptapSend } from "./taptap-send.ts";
import { transfergo } from "./transfergo.ts";
import { westernUnion } from "./western-union.ts";
import { wise } from "./wise.ts";
import { wiseComparisons } from "./wise-comparisons.ts";
import { worldremit } from "./worldremit.ts";

/** Every quote adapter by its key, which is also the name of its config, queue and fixtures. */
export const quoteAdapters: ReadonlyMap<string, QuoteAdapter> = new Map(
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
    sendwave,
    worldremit,
    koronapay,
    currencyfair,
    instarem,
    transfergo,
    paysend,
    ofx,
    ria,
  ].map((adapter) => [adapter.key, adapter]),
);
