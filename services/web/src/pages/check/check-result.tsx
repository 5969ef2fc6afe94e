import type { ComponentChildren } from "preact";
import { useWords } from "../../words/words.ts";
import type { CheckCondition, CheckSlots, SlotName } from "./check-slots.ts";

export interface CheckResultProps {
  /** null: every sentence is there, hidden and with empty places, for the page's program to fill. */
  readonly slots: CheckSlots | null;
  readonly corridorId: string;
  readonly currency: string;
}

/** What an offer costs, and how it stands beside today's prices. */
export function CheckResult({ slots, corridorId, currency }: CheckResultProps) {
  const { t, rich, href } = useWords();
  const slot = (name: SlotName) => <bdi data-slot={name}>{slots?.texts[name]}</bdi>;
  const b = (chunks: ComponentChildren) => <strong class="figure">{chunks}</strong>;
  const strong = (chunks: ComponentChildren) => <strong>{chunks}</strong>;
  const shown = (...needed: readonly CheckCondition[]) => ({
    "data-when": needed.join(" "),
    hidden: slots === null || needed.some((condition) => !slots.conditions.has(condition)),
  });
  return (
    <section id="result" class="stack" hidden={slots === null} aria-labelledby="result-title">
      <h2 id="result-title" tabIndex={-1}>
        {t("check.result")}
      </h2>
      <p class="lead">{rich("check.arrives", { b, pay: slot("pay"), received: slot("received") })}</p>
      <p class="lead" {...shown("loss")}>
        {rich("check.loss", { b: strong, cost: slot("cost"), pct: slot("costPct") })}
      </p>
      <p class="lead" {...shown("gain")}>
        {rich("check.gain", { b: strong, gain: slot("gain") })}
      </p>
      <p {...shown("unknown")}>{t("check.no_reference")}</p>
      <p class="parts quiet" {...shown("known")}>
        <span class="key-fee">{rich("corridor.fee", { fee: slot("fee") })}</span>{" "}
        <span class="key-rate">{rich("corridor.rate_part", { cost: slot("ratePart") })}</span>
      </p>
      <p class="note" {...shown("doubtful")}>
        {t("check.doubtful")}
      </p>
      <p {...shown("behind")}>
        {rich("check.behind", { b: strong, provider: slot("provider"), best: slot("bestReceived"), gap: slot("gap") })}{" "}
        <span {...shown("behind", "worth")}>{rich("check.behind_worth", { cost: slot("gapCost") })}</span>
      </p>
      <p {...shown("ahead")}>{rich("check.ahead", { b: strong, provider: slot("provider"), gap: slot("gap") })}</p>
      <p {...shown("equal")}>{rich("check.equal", { provider: slot("provider") })}</p>
      <p {...shown("alone")}>{t("check.alone")}</p>
      <BesideToday shown={shown} slot={slot} />
      <p class="quiet" {...shown("near")}>
        {rich("check.near", { amount: slot("sample") })}
      </p>
      <p>
        <a class="button plain" href={href(`/${corridorId}`, { currency })}>
          {t("check.all_options")}
        </a>
      </p>
    </section>
  );
}

interface BesideTodayProps {
  readonly shown: (...needed: readonly CheckCondition[]) => { readonly hidden: boolean };
  readonly slot: (name: SlotName) => ComponentChildren;
}

/** The offer, the best and the average, in money and in per cent. */
function BesideToday({ shown, slot }: BesideTodayProps) {
  const { t, rich } = useWords();
  const row = (name: ComponentChildren, cost: SlotName, pct: SlotName) => (
    <tr>
      <th scope="row">{name}</th>
      <td class="number">{slot(cost)}</td>
      <td class="number">{slot(pct)}</td>
    </tr>
  );
  return (
    <table class="figures" {...shown("worth")}>
      <caption>{t("check.table")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("check.offer")}</th>
          <th scope="col" class="number">
            {t("check.you_lose")}
          </th>
          <th scope="col" class="number">
            {t("check.per_cent")}
          </th>
        </tr>
      </thead>
      <tbody>
        {row(t("check.this_offer"), "cost", "costPct")}
        {row(rich("check.best_today", { provider: slot("provider") }), "bestCost", "bestCostPct")}
        {row(t("check.average_today"), "meanCost", "meanCostPct")}
      </tbody>
    </table>
  );
}
