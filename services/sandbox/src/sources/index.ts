import type { SimulatedSource } from "../simulated-source.ts";
import { currencyfair } from "./currencyfair.ts";
import { ecb } from "./ecb.ts";
import { frankfurter } from "./frankfurter.ts";
import { instarem } from "./instarem.ts";
import { koronapay } from "./koronapay.ts";
import { openErApi } from "./open-er-api.ts";
import { remitly } from "./remitly.ts";
import { sendwave } from "./sendwave.ts";
import { taptapSend } from "./taptap-send.ts";
import { westernUnion } from "./western-union.ts";
import { wise } from "./wise.ts";
import { wiseComparisons } from "./wise-comparisons.ts";
import { worldremit } from "./worldremit.ts";

/** Every simulated source by the key its adapter has. */
export const simulatedSources: ReadonlyMap<string, SimulatedSource> = new Map(
  [
    wise,
    wiseComparisons,
    remitly,
    westernUnion,
    taptapSend,
    instarem,
    currencyfair,
    koronapay,
    sendwave,
    worldremit,
    ecb,
    frankfurter,
    openErApi,
  ].map((source) => [source.key, source]),
);
