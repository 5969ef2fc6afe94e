import { SourceShapeError } from "@openremit/shared/domain";
import type { z } from "zod";

/** Reads a value against an adapter's schema of the raw answer. Throws SourceShapeError naming the first paths that differ. */
export function readShape<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const differences = read.error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join(".") || "(top)"}: ${issue.message}`);
  throw new SourceShapeError(`the answer has an unfamiliar shape: ${differences.join("; ")}`, { cause: read.error });
}
