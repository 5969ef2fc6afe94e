import type { QuoteSourceConfig } from "../../contracts/index.ts";
import { parseDecimal } from "../../domain/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile, ConfigFiles } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";
import { repeatedPositions } from "./repeated-positions.ts";

type QuoteSourceFile = ConfigFile<QuoteSourceConfig>;

/** Sources of quotes: whose prices they speak of, for which corridors, and what is expected of them. */
export const checkQuoteSources: CatalogCheck = (files) =>
  files.quoteSources.files.flatMap((file) => [
    ...checkProvider(file, files),
    ...checkCorridors(file, files),
    ...checkMargins(file),
  ]);

function checkProvider(file: QuoteSourceFile, { providers }: ConfigFiles): ConfigProblem[] {
  const { enabled, kind, provider } = file.value;
  const path = "$.provider";
  if (provider === null) {
    if (kind !== "direct") return [];
    return [problemIn(file, path, "a direct source without provider", "name the provider whose prices it gives")];
  }
  if (kind === "feed" || kind === "survey") {
    return [
      problemIn(file, path, `a ${kind} of one provider, "${provider}"`, "write null: its rows name the provider"),
    ];
  }
  if (!providers.names.has(provider)) {
    return [problemIn(file, path, `no provider "${provider}"`, `add providers/${provider}.json or correct the key`)];
  }
  const status = providers.files.find(({ value }) => value.key === provider)?.value.status;
  if (enabled && status !== undefined && status !== "active") {
    return [problemIn(file, "$.enabled", `enabled although ${provider} is ${status}`, "write false")];
  }
  return [];
}

function checkCorridors(file: QuoteSourceFile, { corridors }: ConfigFiles): ConfigProblem[] {
  const ids = file.value.corridors;
  if (ids === "all") return [];
  return [
    ...ids.flatMap((id, position) =>
      corridors.names.has(id)
        ? []
        : [problemIn(file, `$.corridors[${position}]`, `no corridor "${id}"`, `add corridors/${id}.json or remove it`)],
    ),
    ...repeatedPositions(ids).map((position) =>
      problemIn(file, `$.corridors[${position}]`, `"${ids[position]}" stands there twice`, "keep it once"),
    ),
  ];
}

function checkMargins(file: QuoteSourceFile): ConfigProblem[] {
  const band = file.value.expectations.marginPct;
  if (band === undefined || parseDecimal(band.min).lt(parseDecimal(band.max))) return [];
  const wrong = `no margin lies between ${band.min} and ${band.max}`;
  return [problemIn(file, "$.expectations.marginPct", wrong, "write the lesser one as min")];
}
