import type { RankedOffer, ReceiverLineView, UnrankedOffer } from "@openremit/shared/contracts";
import type { Formats } from "../format/money.ts";
import { payInText, payOutText, reasonWords, speedWords } from "../words.ts";
import { CostBar } from "./cost-bar.tsx";
import { ReceiverCosts } from "./receiver-costs.tsx";

export interface OfferRowProps<Offer> {
  readonly offer: Offer;
  readonly sendCurrency: string;
  readonly receiveCurrency: string;
  readonly receiverLines: readonly ReceiverLineView[];
  readonly formats: Formats;
  readonly now: Date;
}

/** One ranked option: what arrives, what is lost, how, and when that was checked. */
export function OfferRow(props: OfferRowProps<RankedOffer>) {
  const { offer, sendCurrency, receiveCurrency, receiverLines, formats, now } = props;
  return (
    <li class="offer">
      <div class="arrives">{formats.money(offer.received, receiveCurrency)}</div>
      <div class="provider">
        {offer.provider.name} <Labels offer={offer} />
      </div>
      <div class="how">
        {payInText(offer.payIn)} → {payOutText(offer.payOut)}
        {offer.speed !== null && `, ${speedWords[offer.speed]}`}
      </div>
      <CostBar feePct={offer.feePct} fxMarginPct={offer.fxMarginPct} />
      <div class="cost">
        {offer.cost === null || offer.effectiveCostPct === null
          ? `fee ${formats.money(offer.fee, sendCurrency)}; no mid-market rate to measure the exchange rate by`
          : `costs ${formats.money(offer.cost, sendCurrency)} (${formats.percent(offer.effectiveCostPct)}): fee ${formats.money(offer.fee, sendCurrency)}, the rest is the exchange rate`}
      </div>
      <ReceiverCosts costs={offer.receiverCosts} lines={receiverLines} formats={formats} />
      <div class="checked">
        checked {formats.ago(offer.observedAt, now)} · <a href={offer.receipt}>receipt</a>
      </div>
    </li>
  );
}

/** One option without a rank, with the reason. */
export function UnrankedRow({ offer, formats, now }: OfferRowProps<UnrankedOffer>) {
  return (
    <li>
      {offer.provider.name}: {payInText(offer.payIn)} → {payOutText(offer.payOut)} — {reasonWords[offer.reason]}{" "}
      (checked {formats.ago(offer.observedAt, now)})
    </li>
  );
}

function Labels({ offer }: { offer: RankedOffer }) {
  const labels = [
    offer.sourceKind === "feed" ? "estimate" : null,
    offer.derivation === "interpolated" ? "between two known prices" : null,
    offer.freshness === "ageing" ? "getting old" : null,
    offer.promotion === null ? null : "first transfer may be cheaper",
  ].filter((label) => label !== null);
  return (
    <>
      {labels.map((label) => (
        <span class="label" key={label}>
          {label}
        </span>
      ))}
    </>
  );
}
