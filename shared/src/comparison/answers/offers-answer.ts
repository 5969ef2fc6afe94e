import type { Catalog } from "../../catalog/index.ts";
import type { OffersAnswer, Warning } from "../../contracts/index.ts";
import { type Corridor, moneyText, type ReferenceRate } from "../../domain/index.ts";
import type { CorridorBook } from "../book/corridor-book.ts";
import type { OffersQuestion } from "../questions.ts";
import type { Ask } from "../rank/ask.ts";
import { type RankingContext, rankCorridor } from "../rank/rank-corridor.ts";
import { buildAttributions } from "./attributions.ts";
import { buildRankedRow, buildUnrankedRow } from "./offer-row.ts";
import { buildReceiverLines, receiverLinesAt } from "./receiver-side.ts";
import { buildReferenceView } from "./reference-view.ts";
import { emptinessWarning, leftOutWarnings } from "./warning-texts.ts";

export interface OffersKnowledge {
  readonly catalog: Pick<Catalog, "quoteSources" | "rateSources" | "receiverLinesOf">;
  readonly book: CorridorBook;
  readonly reference: ReferenceRate;
  readonly isRepresentative: boolean;
  readonly context: RankingContext;
  readonly simulated: boolean;
  readonly dataVersion: string;
  /** Warnings about the knowledge itself. */
  readonly warnings: readonly Warning[];
}

/** The answer everything else is drawn from (METHOD 1 to 4). Pure: the same question and knowledge, the same bytes. */
export function buildOffersAnswer(question: OffersQuestion, ask: Ask, knowledge: OffersKnowledge): OffersAnswer {
  const { book, context } = knowledge;
  const { corridor } = book;
  const reference = buildReferenceView(knowledge.reference, knowledge.isRepresentative);
  const ranking = rankCorridor(book, ask, question.filters, context, reference.usable);
  const receiverLines = receiverLinesAt(corridor, context.now, knowledge.catalog);
  const row = { corridor, ask, reference: reference.usable, receiverLines };
  const best = ranking.ranked[0];
  const offers = ranking.ranked.map((offer, index) => buildRankedRow(offer, index + 1, best ?? offer, row));
  const unranked = ranking.unranked.map((offer) => buildUnrankedRow(offer, row));
  return {
    corridor: corridorView(corridor),
    question: questionView(question, ask, corridor),
    simulated: knowledge.simulated,
    dataVersion: knowledge.dataVersion,
    reference: reference.view,
    offers,
    unranked,
    receiverLines: buildReceiverLines(receiverLines, [...offers, ...unranked]),
    attributions: buildAttributions(
      [...[...ranking.ranked, ...ranking.unranked].map(({ offer }) => offer.source), reference.view?.source ?? null],
      knowledge.catalog,
    ),
    warnings: [
      ...knowledge.warnings,
      ...emptinessWarning({
        newestObservedAt: newestOf(book),
        alive: ranking.alive,
        listed: ranking.ranked.length + ranking.unranked.length,
      }),
      ...reference.warnings,
      ...leftOutWarnings(ranking),
    ],
  };
}

export function corridorView({ id, sendCountry, sendCurrency, receiveCountry, receiveCurrency }: Corridor): Corridor {
  return { id, sendCountry, sendCurrency, receiveCountry, receiveCurrency };
}

/** The newest observation, whatever its age; null where nothing was ever observed. */
export function newestOf(book: CorridorBook): Date | null {
  const times = book.offers.map((offer) => offer.newestObservedAt.getTime());
  return times.length === 0 ? null : new Date(Math.max(...times));
}

function questionView(question: OffersQuestion, ask: Ask, corridor: Corridor): OffersAnswer["question"] {
  const { payIn, payOut, maxDays } = question.filters;
  return {
    ...(ask.kind === "pay" ? { pay: moneyText(ask.amount, corridor.sendCurrency) } : {}),
    ...(ask.kind === "receive" ? { receive: moneyText(ask.amount, corridor.receiveCurrency) } : {}),
    ...(payIn.length > 0 ? { payIn: [...payIn] } : {}),
    ...(payOut.length > 0 ? { payOut: [...payOut] } : {}),
    ...(maxDays === null ? {} : { maxDays }),
    ...(question.sendCurrency === undefined ? {} : { sendCurrency: question.sendCurrency }),
    ...(question.receiveCurrency === undefined ? {} : { receiveCurrency: question.receiveCurrency }),
    ...(question.at === null ? {} : { at: question.at.toISOString() }),
  };
}
