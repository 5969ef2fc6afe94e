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
/** The sampled amount that corridors are compared at (METHOD 7): costs at different amounts have no common middle. */
const amount = 200;

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
        `days <- subset(read.csv("${address}"), amount == ${amount})`,
        "corridor <- paste(days$corridor, days$receive_currency)",
        "sort(tapply(days$median_cost_pct, corridor, median, na.rm = TRUE))",
      ].join("\n"),
    },
    {
      name: "Python",
      needs: "data.use_pandas",
      text: [
        "import pandas as pd",
        "",
        `days = pd.read_csv("${address}").query("amount == ${amount}")`,
        'print(days.groupby(["corridor", "receive_currency"])["median_cost_pct"].median().sort_values())',
      ].join("\n"),
    },
    {
      name: "DuckDB",
      needs: "data.use_shell",
      text: [
        `curl -fO ${root}${parquet.path}`,
        `duckdb -c "select corridor, receive_currency, round(median(median_cost_pct), 2) as cost_pct from '${parquet.name}' where amount = ${amount} group by all order by cost_pct"`,
      ].join("\n"),
    },
  ];
}
