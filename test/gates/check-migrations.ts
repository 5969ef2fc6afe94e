import { findContractions } from "./find-contractions.ts";
import { runGate } from "./run-gate.ts";

/** `npm run check:migrations` */
runGate("migrations", findContractions);
