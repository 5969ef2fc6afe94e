import { noFilters } from "@openremit/shared/comparison";
import type { OffersAnswer, RankedOffer } from "@openremit/shared/contracts";
import {
  type CheckGround,
  costsOf,
  type Decimal,
  decimalText,
  parseDecimal,
  roundHalfUp,
  type SampledFigures,
} from "@openremit/shared/domain";
import type { CorridorChosen } from "../../question/index.ts";
import { joinLives } from "../../site/join-lives.ts";
import type { Life, SiteContext } from "../../site/page.ts";

/** Enough digits for any money that is made of them. */
const pctPlaces = 8;

/** What is known today of a corridor at each sampled amount, small enough to travel with the page. */
export async function readCheckGround(
  { config, corridor }: CorridorChosen,
  { comparison }: Pick<SiteContext, "comparison">,
): Promise<{ readonly ground: CheckGround; readonly life: Life }> {
  const [first = "200", ...others] = config.amounts;
  const ask = (pay: string) =>
    comparison.offers({
      corridorId: corridor.id,
      sendCurrency: corridor.sendCurrency,
      receiveCurrency: corridor.receiveCurrency,
      pay,
      receive: null,
      filters: noFilters,
      at: null,
    });
  const [one, ...rest] = await Promise.all([ask(first), ...others.map(ask)]);
  const reference = usableReference(one.answer);
  return {
    ground: {
      sendCurrency: corridor.sendCurrency,
      receiveCurrency: corridor.receiveCurrency,
      reference,
      samples: [one, ...rest].flatMap(({ answer }) => figuresOf(answer, reference)),
    },
    life: joinLives([one, ...rest]),
  };
}

/** The same for every amount of a corridor. */
function usableReference({ reference, warnings }: OffersAnswer): string | null {
  if (reference === null || reference.status === "hidden") return null;
  return warnings.some(({ code }) => code === "reference_not_representative") ? null : reference.value;
}

function figuresOf({ question, offers }: OffersAnswer, reference: string | null): SampledFigures[] {
  const [best] = offers;
  if (best === undefined || question.pay === undefined) return [];
  const costs = reference === null ? [] : offers.flatMap((offer) => costOf(offer, parseDecimal(reference)));
  return [
    {
      amount: question.pay,
      bestProvider: best.provider.name,
      bestReceived: best.received,
      bestCostPct: costs[0] === undefined ? null : pctText(costs[0]),
      meanCostPct: costs.length === 0 ? null : pctText(meanOf(costs)),
    },
  ];
}

function costOf(offer: RankedOffer, reference: Decimal): Decimal[] {
  const { pay, fee, converted, rate, received } = offer;
  const figures = { pay, fee, converted, rate, received };
  const parsed = Object.fromEntries(
    Object.entries(figures).map(([name, text]) => [name, parseDecimal(text)]),
  ) as Record<keyof typeof figures, Decimal>;
  const { effectiveCostPct } = costsOf(parsed, "inside", reference);
  return effectiveCostPct === null ? [] : [effectiveCostPct];
}

function meanOf(values: readonly Decimal[]): Decimal {
  return values.reduce((sum, value) => sum.plus(value)).div(values.length);
}

function pctText(pct: Decimal): string {
  return decimalText(roundHalfUp(pct, pctPlaces));
}
