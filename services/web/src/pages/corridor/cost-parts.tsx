import type { RankedOffer } from "@openremit/shared/contracts";
import { moneyText, parseDecimal } from "@openremit/shared/domain";
import { barWidth } from "../../format/bar-width.ts";
import type { OfferScene } from "./offer-scene.ts";

interface CostPartsProps {
  readonly offer: Pick<RankedOffer, "fee" | "cost" | "feePct" | "fxMarginPct">;
  readonly scene: OfferScene;
}

/** The two parts of a cost, in words and as a bar: the fee, then what the exchange rate takes. */
export function CostParts({ offer: { fee, cost, feePct, fxMarginPct }, scene }: CostPartsProps) {
  const { t, money } = scene.words;
  const { sendCurrency } = scene.corridor;
  const rest = cost === null ? null : parseDecimal(cost).minus(parseDecimal(fee));
  return (
    <>
      {feePct !== null && fxMarginPct !== null && <CostBar feePct={feePct} fxMarginPct={fxMarginPct} />}
      <p class="parts quiet">
        <span class="key-fee">{t("corridor.fee", { fee: money(fee, sendCurrency) })}</span>
        {rest !== null && (
          <span class="key-rate">
            {t("corridor.rate_part", { cost: money(moneyText(rest, sendCurrency), sendCurrency) })}
          </span>
        )}
      </p>
    </>
  );
}

/** The words beside it say the same. */
function CostBar({ feePct, fxMarginPct }: { readonly feePct: string; readonly fxMarginPct: string }) {
  const fee = barWidth(feePct);
  return (
    <svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect class="bar-fee" width={fee} height="6" />
      <rect class="bar-rate" x={fee} width={Math.min(barWidth(fxMarginPct), 100 - fee)} height="6" />
    </svg>
  );
}
