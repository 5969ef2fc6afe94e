import { findOversizedFiles } from "./find-oversized-files.ts";
import { runGate } from "./run-gate.ts";

/** `npm run check:sizes` */
runGate("sizes", findOversizedFiles);
