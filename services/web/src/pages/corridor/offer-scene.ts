import type { Catalog } from "@openremit/shared/catalog";
import type { OffersAnswer, RankedOffer, ReceiverLineView, UnrankedOffer } from "@openremit/shared/contracts";
import type { Corridor } from "@openremit/shared/domain";
import type { Words } from "../../words/words.ts";

/** What every option of one answer is drawn with; made once, not once a row. */
export interface OfferScene {
  readonly words: Words;
  readonly corridor: Corridor;
  readonly asks: "pay" | "receive";
  readonly catalog: Pick<Catalog, "providers" | "quoteSourceOf">;
  /** The mid-market rate in words, with its source and day; null where there is none. */
  readonly reference: string | null;
  readonly receiverLines: readonly ReceiverLineView[];
}

/** An option, and what it is drawn with. */
export interface OfferProps {
  readonly offer: RankedOffer | UnrankedOffer;
  readonly scene: OfferScene;
}

export function buildOfferScene(answer: OffersAnswer, catalog: Catalog, words: Words): OfferScene {
  return {
    words,
    corridor: answer.corridor,
    asks: answer.question.receive === undefined ? "pay" : "receive",
    catalog,
    reference: answer.reference && referenceText(answer, catalog, words),
    receiverLines: answer.receiverLines,
  };
}

function referenceText(
  { reference, warnings }: OffersAnswer,
  catalog: Catalog,
  { t, rate, day }: Words,
): string | null {
  if (reference === null) return null;
  const { base, quote, value, source, observedOn } = reference;
  const isUnused =
    reference.status === "hidden" || warnings.some(({ code }) => code === "reference_not_representative");
  return t(isUnused ? "facts.reference_unused" : "facts.reference_value", {
    rate: t("unit.rate", { base, quote, value: rate(value) }),
    source:
      source === "identity" || source === "peg"
        ? t(`rateSource.${source}`)
        : (catalog.rateSources.get(source)?.name ?? source),
    day: day(observedOn),
  });
}
