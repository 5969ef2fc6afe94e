import type { OffersAnswer } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";

/** How much of the market stands behind the list, and how old it is; whoever wants to be named is named here. */
export function CoverageLine({ offers, attributions }: Pick<OffersAnswer, "offers" | "attributions">) {
  const { t, moment } = useWords();
  const times = offers.map(({ observedAt }) => observedAt).sort();
  const [oldest] = times;
  const newest = times.at(-1);
  const counted = (of: readonly string[]) => new Set(of).size;
  return (
    <div class="stack quiet">
      {oldest !== undefined && newest !== undefined && (
        <p>
          {t("corridor.coverage", {
            offers: offers.length,
            providers: counted(offers.map(({ provider }) => provider.key)),
            sources: counted(offers.map(({ source }) => source)),
          })}{" "}
          {t("corridor.coverage_when", { newest: moment(newest), oldest: moment(oldest) })} {t("corridor.coverage_gap")}
        </p>
      )}
      {attributions.length > 0 && (
        <p>
          {t("corridor.attributions")}{" "}
          {attributions.map(({ source, text }) => (
            <bdi class="attribution" key={source}>
              {text}
            </bdi>
          ))}
        </p>
      )}
    </div>
  );
}
