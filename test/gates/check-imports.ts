import { findImportProblems } from "./find-import-problems.ts";
import { runGate } from "./run-gate.ts";

/** `npm run check:imports` */
runGate("imports", findImportProblems);
