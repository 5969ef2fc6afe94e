import { ConfigError } from "../domain/index.ts";
import { buildCatalog } from "./build-catalog.ts";
import type { Catalog } from "./catalog.ts";
import { catalogChecks } from "./checks/index.ts";
import { type ConfigProblem, problemLine } from "./config-problem.ts";
import type { ConfigFiles } from "./files/config-files.ts";
import { loadConfigFiles } from "./files/load-config-files.ts";

/**
 * Loads and checks a config directory.
 *
 * @throws ConfigError with one line per problem, all of them (`file: path: what is wrong: what to do`); the same
 * problems as objects are in `details.problems`.
 */
export function loadCatalog(configDirectory: string): Catalog {
  const { files, problems } = findConfigProblems(configDirectory);
  const { pegs, regimes, calendars, countries } = files;
  if (problems.length > 0 || pegs === null || regimes === null || calendars === null || countries === null) {
    throw new ConfigError(problems.map(problemLine).join("\n"), { details: { problems } });
  }
  return buildCatalog({ ...files, pegs, regimes, calendars, countries });
}

/** Loads the files and runs every check over those that could be read. */
export function findConfigProblems(configDirectory: string): {
  readonly files: ConfigFiles;
  readonly problems: readonly ConfigProblem[];
} {
  const { files, problems } = loadConfigFiles(configDirectory);
  return { files, problems: [...problems, ...catalogChecks.flatMap((check) => check(files))] };
}
