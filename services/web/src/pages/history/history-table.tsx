import type { HistoryBucket } from "@openremit/shared/contracts";
import { ScrollRegion } from "../../layout/scroll-region.tsx";
import type { MessageKey } from "../../words/message-file.ts";
import { useWords } from "../../words/words.ts";
import { periodText } from "./period-text.ts";

const columns: readonly (readonly [key: MessageKey, kind: "number" | undefined])[] = [
  ["history.table.period", undefined],
  ["history.series.mean", "number"],
  ["history.series.median", "number"],
  ["history.series.cheapest", "number"],
  ["history.table.provider", undefined],
  ["history.table.prices", "number"],
  ["history.table.providers", "number"],
];

/** The same figures as the lines, newest first. */
export function HistoryTable({ buckets }: { readonly buckets: readonly HistoryBucket[] }) {
  const { t } = useWords();
  return (
    <section>
      <h2 id="figures">{t("history.table.title")}</h2>
      <ScrollRegion labelledBy="figures">
        <table class="figures">
          <caption class="unseen">{t("history.table.title")}</caption>
          <thead>
            <tr>
              {columns.map(([key, kind]) => (
                <th key={key} scope="col" class={kind}>
                  {t(key)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...buckets].reverse().map((bucket) => (
              <Row key={bucket.from} bucket={bucket} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Row({ bucket }: { readonly bucket: HistoryBucket }) {
  const words = useWords();
  const { t, percent, count } = words;
  const costs = [bucket.meanCostPct, bucket.medianCostPct, bucket.cheapestCostPct] as const;
  return (
    <tr>
      <th scope="row" class="period">
        {periodText(bucket, words)}
      </th>
      {costs[0] === null ? (
        <td colSpan={3}>{t("history.no_rate")}</td>
      ) : (
        costs.map((cost, index) => (
          <td key={columns[index + 1]?.[0]} class="number">
            {cost === null ? t("corridors.no_data") : percent(cost)}
          </td>
        ))
      )}
      <td>{bucket.cheapestProvider?.name ?? t("corridors.no_data")}</td>
      <td class="number">{count(bucket.offers)}</td>
      <td class="number">{count(bucket.providers)}</td>
    </tr>
  );
}
