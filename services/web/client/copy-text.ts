import { startCopying } from "./copying.ts";

/** For pages that do nothing else by a program. */
startCopying();
