import type { OffersAnswer } from "@openremit/shared/contracts";
import { useWords } from "../../words/words.ts";
import { optionText } from "./option-text.ts";
import type { YearlyGain, YearlyGains } from "./yearly-gain.ts";

export interface SaveResultProps {
  readonly gains: YearlyGains;
  readonly answer: OffersAnswer;
  readonly timesAYear: number;
}

/** What changing brings: to the best of all, and to the best that is paid and received the same way. */
export function SaveResult({ gains: { now, best, sameWay }, answer, timesAYear }: SaveResultProps) {
  const words = useWords();
  const { t, money, moment } = words;
  const { receiveCurrency } = answer.corridor;
  return (
    <section>
      <h2>{t("save.result")}</h2>
      <p>
        {t("save.now_gives", {
          option: optionText(now, words),
          money: money(now.received, receiveCurrency),
          when: moment(now.observedAt),
        })}
      </p>
      {best.isGain ? (
        <GainCard gain={best} corridor={answer.corridor} timesAYear={timesAYear} heading={t("save.to_best")} />
      ) : (
        <p class="card">
          <strong>{t("save.already_best")}</strong>
        </p>
      )}
      {sameWay !== null &&
        (sameWay.isGain ? (
          <GainCard
            gain={sameWay}
            corridor={answer.corridor}
            timesAYear={timesAYear}
            heading={t("save.to_same_way")}
            isSecond
          />
        ) : (
          <p class="card">{t("save.already_best_way")}</p>
        ))}
      {best.isGain && best.lostLess === null && <p class="quiet">{t("save.no_reference")}</p>}
    </section>
  );
}

interface GainCardProps extends Pick<SaveResultProps, "timesAYear"> {
  readonly gain: YearlyGain;
  readonly corridor: OffersAnswer["corridor"];
  readonly heading: string;
  readonly isSecond?: boolean;
}

function GainCard({
  gain: { to, receivedMore, lostLess },
  corridor,
  timesAYear,
  heading,
  isSecond = false,
}: GainCardProps) {
  const words = useWords();
  const { t, rich, href, money, moment } = words;
  return (
    <div class="card">
      <h3>{heading}</h3>
      <p>
        {rich("save.more_in_hand", {
          money: money(receivedMore, corridor.receiveCurrency),
          b: (text) => <strong class={isSecond ? "figure small" : "figure"}>{text}</strong>,
        })}
      </p>
      {lostLess !== null && <p>{t("save.lost_less", { money: money(lostLess, corridor.sendCurrency) })}</p>}
      <p class="quiet">
        {t("save.with", {
          option: optionText(to, words),
          money: money(to.received, corridor.receiveCurrency),
          when: moment(to.observedAt),
          count: timesAYear,
        })}
      </p>
      <p class="links">
        <a href={href(`/${corridor.id}`, { pay: to.pay, currency: corridor.receiveCurrency })}>{t("save.see_all")}</a>
      </p>
    </div>
  );
}
