import { z } from "zod";
import { columnKinds } from "./column.ts";

export const exportFormats = ["csv", "ndjson", "parquet", "xlsx"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportParams = z.object({
  format: z
    .enum(exportFormats, { error: `one of ${exportFormats.join(", ")}` })
    .describe("Format of the file")
    .meta({ example: "csv" }),
});

/** What can be exported, with its codebook. */
export const exportsAnswer = z
  .object({
    simulated: z.boolean().describe("True where prices come from the sandbox and are invented"),
    datasets: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        description: z.string(),
        rowKey: z.array(z.string()).describe("Columns that no two rows share"),
        files: z.array(z.object({ format: z.enum(exportFormats), path: z.string() })),
        filters: z.array(z.string()).describe("Query parameters it takes"),
        columns: z.array(
          z.object({
            name: z.string(),
            kind: z.enum(columnKinds),
            unit: z.string().nullable().describe("What one is of; the name of a column where that holds the currency"),
            isNullable: z.boolean(),
            description: z.string(),
            words: z.array(z.string()).nullable().describe("Every word a cell may hold, where they are few"),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "ExportsAnswer" });
export type ExportsAnswer = z.infer<typeof exportsAnswer>;
