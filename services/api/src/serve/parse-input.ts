import { InputError } from "@openremit/shared/domain";
import { suggestName } from "@openremit/shared/runtime";
import { z } from "zod";

interface ErrorRow {
  readonly parameter: string | null;
  readonly message: string;
}

/**
 * Path and query parameters and the body by their schemas. A query without a schema takes no parameter.
 *
 * @throws InputError naming every parameter that is wrong, with the nearest known name for unknown ones.
 */
export function parseInput<Type extends z.ZodType>(
  schema: Type | undefined,
  part: "params" | "query" | "body",
  value: unknown,
): z.output<Type> {
  const parsed = (schema ?? (part === "query" ? noParameters : anyParameters)).safeParse(value);
  if (parsed.success) return parsed.data as z.output<Type>;
  const known = schema instanceof z.ZodObject ? Object.keys(schema.shape) : [];
  const errors = oneEach(parsed.error.issues.flatMap((issue) => rowsOf(issue, known)));
  const detail = errors.map(({ parameter, message }) => `${parameter}: ${message}`).join("; ");
  throw new InputError(detail, { details: { errors } });
}

const noParameters = z.object({}).strict();
const anyParameters = z.unknown();

function rowsOf(issue: z.core.$ZodIssue, known: readonly string[]): ErrorRow[] {
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((parameter) => ({ parameter, message: unknownText(parameter, known) }));
  }
  const parameter = issue.path[0] === undefined ? null : String(issue.path[0]);
  return [{ parameter, message: issue.message }];
}

/** The first thing wrong with a parameter says enough. */
function oneEach(rows: readonly ErrorRow[]): ErrorRow[] {
  return [...new Map([...rows].reverse().map((row) => [row.parameter, row])).values()].reverse();
}

function unknownText(name: string, known: readonly string[]): string {
  const near = suggestName(name, known);
  if (near !== null) return `not a parameter here; did you mean ${near}?`;
  return known.length === 0 ? "no parameter is taken here" : `not a parameter here; known are ${known.join(", ")}`;
}
