import { type CheckGround, type Corridor, corridorKey } from "@openremit/shared/domain";
import { FigureField } from "../../forms/figure-field.tsx";
import type { SeenField, SeenReading, TypedOffer } from "../../question/index.ts";
import { useWords } from "../../words/words.ts";
import { seenLimits, wrongText, wrongWords } from "./wrong-words.ts";

export interface CheckFormProps {
  readonly corridor: Corridor;
  readonly ground: CheckGround;
  readonly typed: TypedOffer;
  readonly wrong: NonNullable<SeenReading["wrong"]> | null;
}

/** What the shop showed, in the fewest fields. The page's program finds in it everything it calculates with. */
export function CheckForm({ corridor, ground, typed, wrong }: CheckFormProps) {
  const words = useWords();
  const { t, href, currencyName, language } = words;
  const limits = seenLimits(corridor);
  const { sendCurrency: sent, receiveCurrency: paidOut } = corridor;
  const field = (name: SeenField) => {
    const wrongs = wrongWords(name, limits, words);
    return { name, typed: typed[name], wrongs, wrong: wrongText(wrong?.[name], wrongs) };
  };
  return (
    <form
      class="card stack"
      method="post"
      action={href("/check")}
      data-check={JSON.stringify(ground)}
      data-limits={JSON.stringify(limits)}
      data-locale={language.locale}
      key={corridorKey(corridor)}
    >
      <div class="fields top">
        <FigureField {...field("amount")} label={t("check.amount", { currency: currencyName(sent) })} required />
        <FigureField
          {...field("fee")}
          label={t("check.fee", { currency: currencyName(sent) })}
          hint={t("check.fee_hint")}
          required
        />
      </div>
      <PlacementChoice placement={typed.placement} />
      <div class="fields top">
        <FigureField {...field("rate")} label={t("check.rate", { sent, paidOut })} />
        <FigureField {...field("received")} label={t("check.received", { currency: currencyName(paidOut) })} />
      </div>
      <p class="quiet">{t("check.one_of_two")}</p>
      <button class="button" type="submit">
        {t("check.submit")}
      </button>
      <p class="quiet" data-script={false}>
        {t("check.keeps_nothing")}
      </p>
      <p class="quiet" data-script={true} hidden>
        {t("check.on_device")}
      </p>
      <input type="hidden" name="corridor" value={corridor.id} />
      <input type="hidden" name="currency" value={paidOut} />
    </form>
  );
}

/** Whether the fee comes out of the amount: the one thing that changes what is paid. */
function PlacementChoice({ placement }: { readonly placement: string }) {
  const { t } = useWords();
  const isInside = placement === "inside";
  return (
    <fieldset>
      <legend>{t("check.placement")}</legend>
      <div class="cluster">
        <label class="choice">
          <input type="radio" name="placement" value="on_top" checked={!isInside} />
          {t("check.on_top")}
        </label>
        <label class="choice">
          <input type="radio" name="placement" value="inside" checked={isInside} />
          {t("check.inside")}
        </label>
      </div>
    </fieldset>
  );
}
