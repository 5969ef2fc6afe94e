import type { CorridorConfig } from "../../contracts/index.ts";
import { isCurrency, isPayableCurrency, minorUnits, parseDecimal } from "../../domain/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile } from "../files/config-files.ts";
import { isCountry } from "../known-country.ts";
import { type CatalogCheck, problemIn } from "./check.ts";
import { repeatedPositions } from "./repeated-positions.ts";

type CorridorFile = ConfigFile<CorridorConfig>;

/** Corridors: the id says the countries, all codes exist, sampled amounts ascend and can be paid. */
export const checkCorridors: CatalogCheck = ({ corridors }) =>
  corridors.files.flatMap((file) => [
    ...checkId(file),
    ...checkCodes(file),
    ...checkLists(file),
    ...checkAmounts(file),
  ]);

function checkId(file: CorridorFile): ConfigProblem[] {
  const { id, sendCountry, receiveCountry } = file.value;
  const wanted = `${sendCountry}-${receiveCountry}`.toLowerCase();
  if (id === wanted) return [];
  const wrong = `"${id}" although money goes from ${sendCountry} to ${receiveCountry}`;
  return [problemIn(file, "$.id", wrong, `write "${wanted}" or correct the countries`)];
}

function checkCodes(file: CorridorFile): ConfigProblem[] {
  const { sendCountry, receiveCountry, sendCurrency, receiveCurrencies } = file.value;
  const countries = [
    ["$.sendCountry", sendCountry],
    ["$.receiveCountry", receiveCountry],
  ] as const;
  const currencies = [
    ["$.sendCurrency", sendCurrency] as const,
    ...receiveCurrencies.map((code, position) => [`$.receiveCurrencies[${position}]`, code] as const),
  ];
  return [
    ...countries
      .filter(([, code]) => !isCountry(code))
      .map(([path, code]) => problemIn(file, path, `"${code}" is no country`, "write an ISO 3166-1 alpha-2 code")),
    ...currencies
      .filter(([, code]) => !isPayableCurrency(code))
      .map(([path, code]) => {
        const wrong = isCurrency(code) ? `nobody is paid in "${code}"` : `"${code}" is no currency`;
        return problemIn(file, path, wrong, "write an ISO 4217 code that has a minor unit");
      }),
  ];
}

function checkLists(file: CorridorFile): ConfigProblem[] {
  return (["receiveCurrencies", "senderLanguages"] as const).flatMap((field) =>
    repeatedPositions(file.value[field]).map((position) =>
      problemIn(file, `$.${field}[${position}]`, `"${file.value[field][position]}" stands there twice`, "keep it once"),
    ),
  );
}

function checkAmounts(file: CorridorFile): ConfigProblem[] {
  const { amounts, sendCurrency } = file.value;
  const places = isPayableCurrency(sendCurrency) ? minorUnits(sendCurrency) : null;
  return amounts.flatMap((text, position) => {
    const path = `$.amounts[${position}]`;
    const before = amounts[position - 1];
    const amount = parseDecimal(text);
    const problems: ConfigProblem[] = [];
    if (before !== undefined && amount.lessThanOrEqualTo(parseDecimal(before))) {
      problems.push(
        problemIn(file, path, `"${text}" does not exceed "${before}" before it`, "sort the amounts, each once"),
      );
    }
    if (places !== null && amount.decimalPlaces() > places) {
      problems.push(
        problemIn(file, path, `"${text}" is finer than ${sendCurrency} can be paid`, `use ${places} places`),
      );
    }
    return problems;
  });
}
