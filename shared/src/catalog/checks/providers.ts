import type { ProviderConfig } from "../../contracts/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

type ProviderFile = ConfigFile<ProviderConfig>;

/** Providers: a decision where they are not active, and a day behind every register number. */
export const checkProviders: CatalogCheck = ({ providers }) =>
  providers.files.flatMap((file) => [...checkDecision(file), ...checkRegulators(file)]);

function checkDecision(file: ProviderFile): ConfigProblem[] {
  const { status, statusDecision } = file.value;
  if (status === "active" && statusDecision !== null) {
    return [problemIn(file, "$.statusDecision", "a decision on an active provider", "write null or change the status")];
  }
  if (status !== "active" && statusDecision === null) {
    return [problemIn(file, "$.statusDecision", `${status} without a decision`, "write the reason and since when")];
  }
  return [];
}

function checkRegulators(file: ProviderFile): ConfigProblem[] {
  return file.value.regulators.flatMap((entry, position) =>
    entry.reference !== null && entry.checkedOn === null
      ? [
          problemIn(
            file,
            `$.regulators[${position}].checkedOn`,
            `number "${entry.reference}" without the day it was looked up`,
            "write the day, or null as the reference",
          ),
        ]
      : [],
  );
}
