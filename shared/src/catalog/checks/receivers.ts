import type { ReceiverConfig, ReceiverLineConfig } from "../../contracts/index.ts";
import { InputError, isPayableCurrency, parseDecimal, parseFeeSchedule } from "../../domain/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile, ConfigFiles } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

type ReceiverFile = ConfigFile<ReceiverConfig>;
/** Says what is wrong at a field of one line. */
type Complain = (field: string, wrong: string, fix: string) => ConfigProblem;

/** The receiver's side: countries and currencies that money is sent to, figures that can be computed, each id once. */
export const checkReceivers: CatalogCheck = (files) => {
  const ids = new Set<string>();
  return files.receivers.files.flatMap((file) => [
    ...checkCountry(file, files),
    ...file.value.lines.flatMap((line, position) => {
      const complain: Complain = (field, wrong, fix) => problemIn(file, `$.lines[${position}].${field}`, wrong, fix);
      const isTwice = ids.has(line.id);
      ids.add(line.id);
      return [
        ...(isTwice ? [complain("id", `"${line.id}" is another line's id too`, "choose another")] : []),
        ...checkReferences(line, file.value.country, files, complain),
        ...checkFigures(line, complain),
        ...checkDays(line, complain),
      ];
    }),
  ]);
};

function checkCountry(file: ReceiverFile, { corridors }: ConfigFiles): ConfigProblem[] {
  const { country } = file.value;
  const name = country.toLowerCase();
  const problems: ConfigProblem[] = [];
  if (file.name !== name) {
    problems.push(
      problemIn(file, "$.country", `"${country}" in a file named ${file.name}.json`, `name the file ${name}.json`),
    );
  }
  if (![...corridors.names].some((id) => id.endsWith(`-${name}`))) {
    problems.push(
      problemIn(file, "$.country", `no corridor leads to ${country}`, "add the corridor or remove the file"),
    );
  }
  return problems;
}

function checkReferences(
  { currency, provider }: ReceiverLineConfig,
  country: string,
  { corridors, providers }: ConfigFiles,
  complain: Complain,
): ConfigProblem[] {
  const leading = corridors.files.filter(({ value }) => value.receiveCountry === country);
  const paid = new Set(leading.flatMap(({ value }) => value.receiveCurrencies).filter(isPayableCurrency));
  const problems: ConfigProblem[] = [];
  if (paid.size > 0 && !paid.has(currency)) {
    problems.push(complain("currency", `nobody is paid ${currency} in ${country}`, `write ${[...paid].join(" or ")}`));
  }
  if (provider !== null && !providers.names.has(provider)) {
    problems.push(complain("provider", `no provider "${provider}"`, `add providers/${provider}.json or write null`));
  }
  return problems;
}

function checkFigures({ schedule, band }: ReceiverLineConfig, complain: Complain): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (schedule === null && band !== null) {
    problems.push(complain("band", "a band without a schedule", "write null, or the schedule that holds in it"));
  }
  if (band !== null && parseDecimal(band.max).lt(parseDecimal(band.min))) {
    problems.push(complain("band.max", `${band.max} is less than ${band.min}`, "correct one of the two"));
  }
  try {
    if (schedule !== null) parseFeeSchedule(schedule);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    problems.push(complain("schedule", error.message, "write tiers that ascend from 0, each with what is published"));
  }
  return problems;
}

function checkDays({ since, until }: ReceiverLineConfig, complain: Complain): ConfigProblem[] {
  if (until === null || since <= until) return [];
  return [complain("until", `${until} is before ${since}`, "correct one of the days")];
}
