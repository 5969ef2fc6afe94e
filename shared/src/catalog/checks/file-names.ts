import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile } from "../files/config-files.ts";
import { type CatalogCheck, problemIn } from "./check.ts";

/** One string names a thing everywhere, its file included. */
export const checkFileNames: CatalogCheck = ({ corridors, providers, quoteSources, rateSources, tariffs }) => [
  ...corridors.files.flatMap((file) => misnamed(file, "id", file.value.id)),
  ...[...providers.files, ...quoteSources.files, ...rateSources.files, ...tariffs.files].flatMap((file) =>
    misnamed(file, "key", file.value.key),
  ),
];

function misnamed(file: ConfigFile<unknown>, field: string, key: string): ConfigProblem[] {
  if (file.name === key) return [];
  const wrong = `"${key}" in a file named ${file.name}.json`;
  return [problemIn(file, `$.${field}`, wrong, `name the file ${key}.json or write "${file.name}"`)];
}
