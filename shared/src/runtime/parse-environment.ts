import { z } from "zod";
import { ConfigError } from "../domain/index.ts";

/**
 * Reads the variables a process knows and leaves all others alone. An empty value counts as not set, as compose files
 * pass `${NAME:-}`.
 *
 * @throws ConfigError naming every wrong variable and what to set it to; values are never repeated, they may be secret.
 */
export function parseEnvironment<Shape extends z.ZodRawShape>(
  env: Readonly<Record<string, string | undefined>>,
  schema: z.ZodObject<Shape>,
): z.output<z.ZodObject<Shape>> {
  const known = Object.keys(schema.shape).filter((name) => (env[name] ?? "") !== "");
  const parsed = schema.safeParse(Object.fromEntries(known.map((name) => [name, env[name]])));
  if (parsed.success) return parsed.data;
  const errors = parsed.error.issues.map((issue) => {
    const variable = issue.path.map(String).join(".");
    return { variable, message: problemText(variable, issue.message, known.includes(variable), schema) };
  });
  throw new ConfigError(errors.map((error) => error.message).join("\n"), { details: { errors } });
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
