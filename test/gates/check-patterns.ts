import { findSlowPatterns } from "./find-slow-patterns.ts";
import { runGate } from "./run-gate.ts";

/** `npm run check:patterns` */
runGate("patterns", (files) => findSlowPatterns(files.filter(({ path }) => !path.startsWith("test/"))));
