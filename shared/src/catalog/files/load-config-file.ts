import { readFileSync } from "node:fs";
import { basename, dirname, relative } from "node:path";
import type { z } from "zod";
import type { ConfigProblem } from "../config-problem.ts";
import type { ConfigFile } from "./config-files.ts";
import { type ConfigKind, schemaFileName, schemaFolder } from "./config-kinds.ts";
import { describeIssue } from "./describe-issue.ts";
import { freezeDeep } from "./freeze-deep.ts";

export interface LoadedFile<T> {
  readonly file: ConfigFile<T> | null;
  readonly problems: readonly ConfigProblem[];
}

/** Loads one file of a kind. A file with any problem of its own is reported and left out. */
export function loadConfigFile<Schema extends z.ZodType>(
  configDirectory: string,
  path: string,
  kind: ConfigKind<Schema>,
): LoadedFile<z.output<Schema>> {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (error) {
    return refused({
      file: path,
      path: "$",
      wrong: `not readable as JSON (${messageOf(error)})`,
      fix: "correct the JSON",
    });
  }
  const parsed = kind.schema.safeParse(json);
  const problems = parsed.success ? [] : parsed.error.issues.map((issue) => describeIssue(path, json, issue));
  const schemaProblem = checkSchemaReference(configDirectory, path, kind, json);
  if (!parsed.success || schemaProblem) return { file: null, problems: [...problems, ...(schemaProblem ?? [])] };
  return { file: { file: path, name: basename(path, ".json"), value: freezeDeep(parsed.data) }, problems };
}

function refused<T>(problem: ConfigProblem): LoadedFile<T> {
  return { file: null, problems: [problem] };
}

/** Editors find the schema through `$schema`; without it a contributor gets no help while typing. */
function checkSchemaReference(
  configDirectory: string,
  path: string,
  kind: ConfigKind,
  json: unknown,
): readonly ConfigProblem[] | null {
  const toSchemas = relative(dirname(path), `${configDirectory}/${schemaFolder}`);
  const wanted = `${toSchemas.startsWith(".") ? "" : "./"}${toSchemas}/${schemaFileName(kind)}`;
  const found = typeof json === "object" && json !== null ? Reflect.get(json, "$schema") : undefined;
  if (found === wanted) return null;
  const wrong = found === undefined ? "missing" : `${JSON.stringify(found)} is not this kind of file's schema`;
  return [{ file: path, path: "$.$schema", wrong, fix: `write ${JSON.stringify(wanted)}` }];
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
