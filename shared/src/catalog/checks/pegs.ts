import type { PegsConfig } from "../../contracts/index.ts";
import { isCurrency } from "../../domain/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

type PegEntry = PegsConfig["pegs"][number];

/** Pegs: known currencies, ordered days, and at most one parity per currency on any day. */
export const checkPegs: CatalogCheck = ({ pegs: file }) =>
  file === null
    ? []
    : file.value.pegs.flatMap((peg, position) => [
        ...checkPeg(file, peg, `$.pegs[${position}]`),
        ...checkOverlap(file, peg, position),
      ]);

function checkPeg(file: ConfigFile<PegsConfig>, peg: PegEntry, path: string): ConfigProblem[] {
  const problems = (["currency", "anchor"] as const)
    .filter((field) => !isCurrency(peg[field]))
    .map((field) => problemIn(file, `${path}.${field}`, `"${peg[field]}" is no currency`, "write an ISO 4217 code"));
  if (peg.currency === peg.anchor) {
    problems.push(problemIn(file, `${path}.anchor`, `${peg.currency} pegged to itself`, "name the anchor currency"));
  }
  if (peg.until !== null && peg.until < peg.since) {
    problems.push(problemIn(file, `${path}.until`, `${peg.until} is before ${peg.since}`, "correct one of the days"));
  }
  return problems;
}

/** Both days are included, so one parity may begin the day after another ends. */
function checkOverlap(file: ConfigFile<PegsConfig>, peg: PegEntry, position: number): ConfigProblem[] {
  return file.value.pegs.slice(0, position).flatMap((other, earlier) => {
    const apart = endsBefore(peg, other.since) || endsBefore(other, peg.since);
    if (other.currency !== peg.currency || apart) return [];
    const wrong = `${peg.currency} already has a parity in these days ($.pegs[${earlier}])`;
    return [problemIn(file, `$.pegs[${position}].since`, wrong, "end the older one with `until`, or remove one")];
  });
}

function endsBefore(peg: PegEntry, day: string): boolean {
  return peg.until !== null && peg.until < day;
}
