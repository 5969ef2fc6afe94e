import type { SourceStateView } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";

/** One source: its state in a word, and behind a tap what stands behind it. */
export function SourceRow({ source }: { readonly source: SourceStateView }) {
  const { t } = useWords();
  return (
    <li class="card">
      <details>
        <summary>
          <strong>{source.kind === "visit" ? t("label.visit") : source.name}</strong>{" "}
          <span class={`label state-${source.state}`}>{t(`source_state.${source.state}`)}</span>
        </summary>
        <p>{t(`source_state_means.${source.state}`)}</p>
        <Facts source={source} />
        {source.attribution !== null && (
          <p class="quiet" dir="auto">
            {source.attribution}
          </p>
        )}
      </details>
    </li>
  );
}

function Facts({ source }: { readonly source: SourceStateView }) {
  const { t, moment, day } = useWords();
  const facts: [string, string][] = [];
  if (source.kind !== null) facts.push([t("sources.kind"), t(`source_kind.${source.kind}`)]);
  if (source.kind !== "visit") facts.push([t("sources.asked"), everyText(source.everyMinutes, t)]);
  if (source.lastSuccessAt !== null) facts.push([t("sources.last_success"), moment(source.lastSuccessAt)]);
  if (source.lastRun !== null) facts.push([t("sources.last_visit"), moment(source.lastRun.finishedAt)]);
  if (source.dataHeld !== null) facts.push([t("sources.held"), t("sources.held_prices", { count: source.dataHeld })]);
  if (source.paused !== null) facts.push([t("sources.paused_since"), moment(source.paused.since)]);
  if (source.issues.length > 0)
    facts.push([t("sources.issues"), t("sources.issue_count", { count: source.issues.length })]);
  facts.push([t("sources.verified"), t(`verified.${source.verified.how}`, { day: day(source.verified.on) })]);
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function everyText(minutes: number, t: ReturnType<typeof useWords>["t"]): string {
  const hours = Math.round(minutes / 60);
  if (hours < 1) return t("sources.every_minutes", { count: minutes });
  if (hours < 48) return t("sources.every_hours", { count: hours });
  return t("sources.every_days", { count: Math.round(hours / 24) });
}
