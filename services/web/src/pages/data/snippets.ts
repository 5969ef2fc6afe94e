import type { ReleaseAnswer } from "@openremit/shared/contracts";
import type { MessageKey } from "../../words/message-file.ts";

export interface Snippet {
  readonly name: "R" | "Python" | "DuckDB";
  /** What somebody needs to run it. */
  readonly needs: MessageKey;
  readonly text: string;
}

/** The smallest table that tells something at a glance. */
const dataset = "corridor-days";

/**
 * A few lines for each program that run as they are printed. DuckDB reads the file from the disk: to read it from an
 * address it would fetch an extension first.
 *
 * @returns none where the version lacks the table.
 */
export function snippetsOf({ files }: Pick<ReleaseAnswer, "files">, root: string): readonly Snippet[] {
  const fileOf = (mediaType: string) =>
    files.find((file) => file.dataset === dataset && file.mediaType.startsWith(mediaType));
  const csv = fileOf("text/csv");
  const parquet = fileOf("application/vnd.apache.parquet");
  if (csv === undefined || parquet === undefined) return [];
  const address = `${root}${csv.path}`;
  return [
    {
      name: "R",
      needs: "data.use_base",
      text: [
        `days <- read.csv("${address}")`,
        "sort(tapply(days$median_cost_pct, days$corridor, median, na.rm = TRUE))",
      ].join("\n"),
    },
    {
      name: "Python",
      needs: "data.use_pandas",
      text: [
        "import pandas as pd",
        "",
        `days = pd.read_csv("${address}")`,
        'print(days.groupby("corridor")["median_cost_pct"].median().sort_values())',
      ].join("\n"),
    },
    {
      name: "DuckDB",
      needs: "data.use_shell",
      text: [
        `curl -fO ${root}${parquet.path}`,
        `duckdb -c "select corridor, round(median(median_cost_pct), 2) as cost_pct from '${parquet.name}' group by corridor order by cost_pct"`,
      ].join("\n"),
    },
  ];
}
