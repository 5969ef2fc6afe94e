import type { SourceStateView } from "@openremit/shared/contracts";
import type { Page } from "../../site/page.ts";
import { useWords } from "../../words/words.ts";
import { SourceRow } from "./source-row.tsx";

/** Every source and how it is doing, in words. */
export const sources: Page = {
  path: "/sources",
  async answer({ words: { t } }, { comparison }) {
    const { answer, ...life } = await comparison.sources();
    return {
      kind: "page",
      title: t("sources.title"),
      description: t("sources.lead"),
      body: (
        <Sources
          sources={answer.sources}
          isRecordAway={answer.warnings.some(({ code }) => code === "visits_unknown")}
        />
      ),
      life,
    };
  },
};

interface SourcesProps {
  readonly sources: readonly SourceStateView[];
  /** The record of visits cannot be read: states are from configuration alone. */
  readonly isRecordAway: boolean;
}

function Sources({ sources, isRecordAway }: SourcesProps) {
  const { t } = useWords();
  const isClosed = ({ state }: SourceStateView) => state === "closed";
  const open = sources.filter((source) => !isClosed(source));
  return (
    <article class="text">
      <h1>{t("sources.title")}</h1>
      <p class="lead">{t("sources.lead")}</p>
      {isRecordAway && <p class="note">{t("sources.record_away")}</p>}
      <p>{t("sources.manners")}</p>
      <SourceList heading={t("sources.quotes")} sources={open.filter(({ about }) => about === "quotes")} />
      <SourceList heading={t("sources.rates")} sources={open.filter(({ about }) => about === "rates")} />
      <SourceList heading={t("sources.closed")} sources={sources.filter(isClosed)} />
    </article>
  );
}

function SourceList({ heading, sources }: { readonly heading: string; readonly sources: readonly SourceStateView[] }) {
  if (sources.length === 0) return null;
  return (
    <section>
      <h2>{heading}</h2>
      <ul class="sources">
        {sources.map((source) => (
          <SourceRow key={source.key} source={source} />
        ))}
      </ul>
    </section>
  );
}
