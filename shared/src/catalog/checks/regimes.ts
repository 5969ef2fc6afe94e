import { isCurrency } from "../../domain/index.ts";
import { type CatalogCheck, problemIn } from "./check.ts";
import { repeatedPositions } from "./repeated-positions.ts";

/** Regimes: known currencies, one regime per currency and day, and a parity behind every hard peg. */
export const checkRegimes: CatalogCheck = ({ pegs, regimes: file }) => {
  if (file === null) return [];
  const { majors, regimes } = file.value;
  const pegged = new Set(pegs?.value.pegs.map(({ currency }) => currency));
  return [
    ...majors.flatMap((code, position) =>
      isCurrency(code)
        ? []
        : [problemIn(file, `$.majors[${position}]`, `"${code}" is no currency`, "write an ISO 4217 code")],
    ),
    ...repeatedPositions(majors).map((position) =>
      problemIn(file, `$.majors[${position}]`, `"${majors[position]}" stands there twice`, "keep it once"),
    ),
    ...regimes.flatMap(({ currency, regime }, position) => {
      const path = `$.regimes[${position}]`;
      if (!isCurrency(currency)) {
        return [problemIn(file, `${path}.currency`, `"${currency}" is no currency`, "write an ISO 4217 code")];
      }
      if (regime === "hard_peg" && pegs !== null && !pegged.has(currency)) {
        return [problemIn(file, `${path}.regime`, `${currency} has no parity`, "add it to pegs.json with its source")];
      }
      return [];
    }),
    ...repeatedPositions(regimes.map(({ currency, since }) => `${currency} since ${since}`)).map((position) =>
      problemIn(file, `$.regimes[${position}].since`, "a second regime from the same day", "keep one of the two"),
    ),
  ];
};
