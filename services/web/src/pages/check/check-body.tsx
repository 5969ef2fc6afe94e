import { type CheckGround, checkOffer } from "@openremit/shared/domain";
import type { CorridorChosen, SeenReading, TypedOffer } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";
import { CheckForm } from "./check-form.tsx";
import { CheckResult } from "./check-result.tsx";
import { checkSlots } from "./check-slots.ts";

export interface CheckBodyProps {
  readonly chosen: CorridorChosen;
  readonly ground: CheckGround;
  readonly typed: TypedOffer;
  /** null before anything was sent. */
  readonly reading: SeenReading | null;
}

/** What a shop showed, and what it costs: calculated here, or by the same functions on the reader's device. */
export function CheckBody({ chosen, ground, typed, reading }: CheckBodyProps) {
  const words = useWords();
  const { t, href, country } = words;
  const { config, corridor } = chosen;
  const checked = reading === null || reading.seen === null ? null : checkOffer(reading.seen, ground);
  const slots = checked === null ? null : checkSlots(checked, ground, words);
  return (
    <>
      <h1>{t("check.title")}</h1>
      <p class="lead">
        {t("check.about", { from: country(corridor.sendCountry), to: country(corridor.receiveCountry) })}{" "}
        <a href={href("/check")}>{t("check.other_route")}</a>
      </p>
      <CurrencyLinks {...chosen} />
      <CheckForm corridor={corridor} ground={ground} typed={typed} wrong={reading?.wrong ?? null} />
      <CheckResult
        slots={slots}
        corridorId={corridor.id}
        currency={config.receiveCurrencies.length > 1 ? corridor.receiveCurrency : ""}
      />
    </>
  );
}

/** Where several currencies are paid out, each has prices of its own. */
function CurrencyLinks({ config, corridor }: CorridorChosen) {
  const { t, href, currencyName } = useWords();
  if (config.receiveCurrencies.length < 2) return null;
  return (
    <nav aria-label={t("corridor.currency")}>
      <ul class="cluster">
        {config.receiveCurrencies.map((currency) => (
          <li key={currency}>
            <a
              class="switch"
              href={href("/check", { corridor: corridor.id, currency })}
              aria-current={currency === corridor.receiveCurrency ? "true" : undefined}
            >
              {currencyName(currency)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
