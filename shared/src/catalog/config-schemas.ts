import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { ConfigProblem } from "./config-problem.ts";
import { type ConfigKind, configKinds, schemaFileName, schemaFolder } from "./files/config-kinds.ts";

/** The JSON Schema files of config/schema, as text by file name, made from the zod schemas that validate. */
export function buildConfigSchemas(): ReadonlyMap<string, string> {
  return new Map(Object.values(configKinds).map((kind) => [schemaFileName(kind), schemaText(kind)]));
}

/** Generated schemas that are missing, or older than the contracts they are made from. */
export function findSchemaProblems(configDirectory: string): ConfigProblem[] {
  return [...buildConfigSchemas()].flatMap(([name, text]) => {
    const file = join(configDirectory, schemaFolder, name);
    const found = existsSync(file) ? readFileSync(file, "utf8") : null;
    if (found === text) return [];
    const wrong = found === null ? "missing" : "differs from the contract";
    return [{ file, path: "$", wrong, fix: "run npm run config:schema" }];
  });
}

function schemaText(kind: ConfigKind): string {
  const { $schema, ...body } = z.toJSONSchema(kind.schema, { io: "input" });
  return `${JSON.stringify({ $schema, title: kind.title, ...body }, undefined, 2)}\n`;
}
