import type { CatalogReceiverLine } from "../../catalog/index.ts";
import type { RankedOffer, UnrankedOffer } from "../../contracts/index.ts";
import {
  type Corridor,
  costsOf,
  type Decimal,
  displayPct,
  moneyText,
  type UnrankedReason,
} from "../../domain/index.ts";
import type { Ask } from "../rank/ask.ts";
import type { JudgedOffer, RankableOffer, UnrankableOffer } from "../rank/judged-offer.ts";
import { buildReceiverCosts } from "./receiver-side.ts";
import { shortText } from "./reference-view.ts";
import { flagWarning } from "./warning-texts.ts";

interface RowContext {
  readonly corridor: Corridor;
  readonly ask: Ask;
  /** The reference rate percentages are measured against; null: none are shown. */
  readonly reference: Decimal | null;
  /** Those in force at the moment asked about. */
  readonly receiverLines: readonly CatalogReceiverLine[];
}

/** One ranked offer as text: money to the minor unit, rates as published, percentages to two places (METHOD 2). */
export function buildRankedRow(
  row: RankableOffer,
  rank: number,
  best: RankableOffer,
  context: RowContext,
): RankedOffer {
  const { ask, corridor } = context;
  const behind =
    ask.kind === "pay"
      ? moneyText(best.priced.received.minus(row.priced.received), corridor.receiveCurrency)
      : moneyText(row.priced.pay.minus(best.priced.pay), corridor.sendCurrency);
  return { rank, ...commonFields(row, context), ...figures(row, row.priced, context), behindBest: behind };
}

export function buildUnrankedRow(row: UnrankableOffer, context: RowContext): UnrankedOffer {
  const common = commonFields(row, context);
  const shown = row.priced ? figures(row, row.priced, context) : { ...noFigures, ...whatIsDisclosed(row, context) };
  return { rank: null, ...common, ...shown, behindBest: null, reason: row.reason };
}

function commonFields(
  { offer, quote, priced, providerName, freshness, observedAt, speed }: JudgedOffer,
  { receiverLines }: RowContext,
) {
  const flags = priced?.flags ?? [];
  return {
    provider: { key: offer.provider, name: providerName },
    payIn: offer.payIn,
    payOut: offer.payOut,
    charges: offer.charges,
    priceKind: quote.priceKind,
    promotion: quote.promotion,
    sourceKind: offer.sourceKind,
    source: offer.source,
    seenBy: quote.seenBy,
    freshness,
    speed,
    observedAt: observedAt.toISOString(),
    quoteId: quote.quoteId,
    receiverCosts: buildReceiverCosts(receiverLines, offer, priced?.received ?? null),
    receipt: `/v1/offers/${quote.quoteId}/receipt`,
    warnings: quote.flags.length + flags.length === 0 ? [] : [...new Set([...quote.flags, ...flags])].map(flagWarning),
  };
}

function figures(row: JudgedOffer, priced: RankableOffer["priced"], { corridor, reference }: RowContext) {
  const { sendCurrency, receiveCurrency } = corridor;
  const costs = costsOf(priced, row.offer.feePlacement, reference);
  return {
    pay: moneyText(priced.pay, sendCurrency),
    fee: moneyText(priced.fee, sendCurrency),
    converted: moneyText(priced.converted, sendCurrency),
    rate:
      priced.derivation === "interpolated" ? shortText(priced.rate) : (row.quote.rateText ?? shortText(priced.rate)),
    received: moneyText(priced.received, receiveCurrency),
    feePct: displayPct(costs.feePct),
    fxMarginPct: costs.fxMarginPct && displayPct(costs.fxMarginPct),
    effectiveCostPct: costs.effectiveCostPct && displayPct(costs.effectiveCostPct),
    rpwTotalPct: costs.rpwTotalPct && displayPct(costs.rpwTotalPct),
    cost: costs.cost && moneyText(costs.cost, sendCurrency),
    derivation: priced.derivation,
  };
}

const noFigures = {
  pay: null,
  fee: null,
  converted: null,
  rate: null,
  received: null,
  feePct: null,
  fxMarginPct: null,
  effectiveCostPct: null,
  rpwTotalPct: null,
  cost: null,
  derivation: null,
};

const partlyDisclosed: ReadonlySet<UnrankedReason> = new Set(["rate_only", "undisclosed", "no_reference_rate"]);

/** A rate or a fee that is published for the amount asked is shown; what is not is null, never 0 (METHOD 3). */
function whatIsDisclosed({ quote, reason }: UnrankableOffer, { ask, corridor }: RowContext) {
  if (!partlyDisclosed.has(reason)) return {};
  const isOfAmount = quote.amount === null || (ask.kind === "pay" && quote.amount.eq(ask.amount));
  return isOfAmount ? { rate: quote.rateText, fee: quote.fee && moneyText(quote.fee, corridor.sendCurrency) } : {};
}
