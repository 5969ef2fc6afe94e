import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile, ConfigFiles } from "../files/config-files.ts";

/** A rule that schemas cannot say, because it looks at several fields or files. */
export type CatalogCheck = (files: ConfigFiles) => readonly ConfigProblem[];

/** A problem in one file; `path` is a JSON path. */
export function problemIn(
  { file }: Pick<ConfigFile<unknown>, "file">,
  path: string,
  wrong: string,
  fix: string,
): ConfigProblem {
  return { file, path, wrong, fix };
}
