import type {
  OffersAnswer,
  RankedOffer,
  Warning,
  WidgetAmount,
  WidgetAnswer,
  WidgetOffer,
} from "../../contracts/index.ts";

/** What a widget needs to know of a corridor beside the answers at its amounts. */
export interface WidgetGround {
  readonly receiveCurrencies: readonly string[];
  readonly defaultPay: string;
}

/** The widget's answer out of those to `/offers?pay=`, one an amount: the same figures, said once where they repeat. */
export function buildWidgetAnswer(
  answers: readonly [OffersAnswer, ...OffersAnswer[]],
  { receiveCurrencies, defaultPay }: WidgetGround,
): WidgetAnswer {
  const [{ corridor, simulated, dataVersion, reference }] = answers;
  const offers: WidgetOffer[] = [];
  const places = new Map<string, number>();

  function placeOf(row: RankedOffer): number {
    const offer = offerOf(row);
    const identity = JSON.stringify([offer, row.source]);
    const known = places.get(identity);
    if (known !== undefined) return known;
    places.set(identity, offers.length);
    return offers.push(offer) - 1;
  }

  const amounts = answers.map(
    (answer): WidgetAmount => ({
      pay: answer.question.pay ?? "",
      unranked: answer.unranked.length,
      offer: answer.offers.map(placeOf),
      received: answer.offers.map(({ received }) => received),
      fee: answer.offers.map(({ fee }) => fee),
      cost: answer.offers.map(({ cost }) => cost),
      effectiveCostPct: answer.offers.map(({ effectiveCostPct }) => effectiveCostPct),
      observedAt: answer.offers.map(({ observedAt }) => observedAt),
      derivation: answer.offers.map(({ derivation }) => derivation),
      freshness: answer.offers.map(({ freshness }) => freshness),
    }),
  );
  const times = amounts.flatMap(({ observedAt }) => observedAt).sort();
  const isDefault = corridor.receiveCurrency === receiveCurrencies[0];
  return {
    corridor,
    receiveCurrencies: [...receiveCurrencies],
    simulated,
    dataVersion,
    checkedAt: times.at(-1) ?? null,
    page: isDefault ? `/${corridor.id}` : `/${corridor.id}?currency=${corridor.receiveCurrency}`,
    defaultPay,
    reference,
    offers,
    amounts,
    attributions: distinctBy(
      answers.flatMap((answer) => answer.attributions),
      ({ source }) => source,
    ),
    warnings: sharedWarnings(answers),
  };
}

function offerOf(row: RankedOffer): WidgetOffer {
  return {
    provider: row.provider,
    payIn: row.payIn,
    payOut: row.payOut,
    charges: row.charges,
    priceKind: row.priceKind,
    hasPromotion: row.promotion !== null,
    sourceKind: row.sourceKind,
    speed: row.speed,
    receiverMayPay: row.receiverCosts.some(({ direction }) => direction === "cost"),
    warnings: row.warnings.map(({ code }) => code),
  };
}

/** What is wrong at one amount alone shows in that amount's list. */
function sharedWarnings([first, ...others]: readonly OffersAnswer[]): Warning[] {
  return (first?.warnings ?? []).filter(({ code }) =>
    others.every(({ warnings }) => warnings.some((other) => other.code === code)),
  );
}

function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [keyOf(item), item])).values()];
}
