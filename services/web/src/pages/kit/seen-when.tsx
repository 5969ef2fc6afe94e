import type { OffersAnswer } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";

/** When the prices on a sheet were true: paper hangs for months. */
export function SeenWhen({ answer }: { readonly answer: Pick<OffersAnswer, "offers"> }) {
  const { t, moment } = useWords();
  const times = answer.offers.map(({ observedAt }) => observedAt).sort();
  const [oldest] = times;
  const newest = times.at(-1);
  if (oldest === undefined || newest === undefined) return <p>{t("print.none")}</p>;
  return (
    <p>
      {t("corridor.coverage_when", { newest: moment(newest), oldest: moment(oldest) })} {t("kit.change")}
    </p>
  );
}
