import { z } from "zod";
import { ConfigError } from "../domain/index.ts";
import { readVariable } from "./read-variable.ts";

interface VariableError {
  readonly variable: string;
  readonly message: string;
}

/**
 * Reads the variables a process knows and leaves all others alone. An empty value counts as not set, as compose files
 * pass `${NAME:-}`. `NAME_FILE` names a file that holds the value.
 *
 * @throws ConfigError naming every wrong variable and what to set it to; values are never repeated, they may be secret.
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  env: Readonly<Record<string, string | undefined>>,
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const { values, errors } = readValues(env, Object.keys(schema.shape));
  const parsed = schema.safeParse(values);
  if (parsed.success && errors.length === 0) return parsed.data;
  const unread = new Set(errors.map(({ variable }) => variable));
  for (const issue of parsed.error?.issues ?? []) {
    const variable = issue.path.map(String).join(".");
    if (unread.has(variable)) continue;
    errors.push({ variable, message: problemText(variable, issue.message, variable in values, schema) });
  }
  throw new ConfigError(errors.map((error) => error.message).join("\n"), { details: { errors } });
}

function readValues(env: Readonly<Record<string, string | undefined>>, names: readonly string[]) {
  const values: Record<string, string> = {};
  const errors: VariableError[] = [];
  for (const name of names) {
    try {
      const value = readVariable(env, name);
      if (value !== "") values[name] = value;
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      errors.push({ variable: name, message: error.message });
    }
  }
  return { values, errors };
}

function problemText(variable: string, message: string, isSet: boolean, schema: z.ZodObject): string {
  const wanted = descriptionOf(schema.shape[variable]);
  const fix = wanted ? `. Set ${variable} to ${wanted}.` : ".";
  return `${variable} ${isSet ? message : "is not set"}${fix}`;
}

function descriptionOf(field: unknown): string | undefined {
  if (!(field instanceof z.ZodType)) return undefined;
  return field.description ?? (field instanceof z.ZodOptional ? descriptionOf(field.unwrap()) : undefined);
}
