import type { QuoteSourceConfig, RateSourceConfig } from "../../contracts/index.ts";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

type SourceFile = ConfigFile<QuoteSourceConfig | RateSourceConfig>;

/** Sources of both kinds: keys differ, open ones can be asked, closed ones say why and are not. */
export const checkSources: CatalogCheck = ({ quoteSources, rateSources }) => [
  ...[...quoteSources.files, ...rateSources.files].flatMap((file) => [
    ...(file.value.status === "open" ? checkOpen(file) : checkClosed(file)),
    ...checkOrigins(file),
  ]),
  ...rateSources.files
    .filter((file) => quoteSources.names.has(file.name))
    .map((file) => problemIn(file, "$.key", `a source of quotes is named "${file.name}" too`, "choose another key")),
];

function checkOpen(file: SourceFile): ConfigProblem[] {
  const { adapter, origins, statusDecision } = file.value;
  const problems: ConfigProblem[] = [];
  if (adapter === null) {
    problems.push(problemIn(file, "$.adapter", "an open source without adapter", 'name its adapter or write "closed"'));
  }
  if (origins.length === 0) {
    problems.push(problemIn(file, "$.origins", "an open source without origin", "name the origin its adapter asks"));
  }
  if (statusDecision !== null) {
    problems.push(problemIn(file, "$.statusDecision", "a decision on an open source", 'write null or status "closed"'));
  }
  return problems;
}

function checkClosed(file: SourceFile): ConfigProblem[] {
  const { adapter, enabled, statusDecision } = file.value;
  const problems: ConfigProblem[] = [];
  if (statusDecision === null) {
    problems.push(problemIn(file, "$.statusDecision", "closed without a decision", "write the reason and since when"));
  }
  if (adapter !== null) {
    problems.push(problemIn(file, "$.adapter", `a closed source with adapter "${adapter}"`, "write null"));
  }
  if (enabled) problems.push(problemIn(file, "$.enabled", "a closed source is enabled", "write false"));
  return problems;
}

/** The HTTP client compares origins, so each must be exactly scheme and host, and encrypted. */
function checkOrigins(file: SourceFile): ConfigProblem[] {
  return file.value.origins.flatMap((text, position) => {
    const { protocol, origin } = new URL(text);
    if (protocol === "https:" && origin === text) return [];
    const wanted = protocol === "https:" ? `"${origin}"` : "an https origin such as https://api.example.org";
    return [problemIn(file, `$.origins[${position}]`, `"${text}" is not a bare https origin`, `write ${wanted}`)];
  });
}
