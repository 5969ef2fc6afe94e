import type { CorridorAnswer, CorridorsAnswer, OffersAnswer, WidgetAnswer } from "../../contracts/index.ts";
import {
  type Corridor,
  corridorKey,
  type Decimal,
  decimalText,
  moneyText,
  NotCoveredError,
  parseDecimal,
  roundAmounts,
  wrongParameter,
} from "../../domain/index.ts";
import type { Answered } from "../answered.ts";
import { buildMoneyCorridor } from "../answers/corridor-answer.ts";
import { buildCorridorSummary, type Summarised } from "../answers/corridor-summary.ts";
import { buildOffersAnswer } from "../answers/offers-answer.ts";
import { buildWidgetAnswer } from "../answers/widget-answer.ts";
import type { CorridorBook } from "../book/corridor-book.ts";
import { parseAsk } from "../parse-ask.ts";
import { createRankingContext } from "../provider-at.ts";
import type { CorridorChoice, CorridorsQuestion, OffersQuestion } from "../questions.ts";
import { noFilters } from "../rank/ask.ts";
import { freshnessHorizon, nextExpectedVisit } from "../rank/freshness-horizon.ts";
import { resolveCorridor } from "../resolve-corridor.ts";
import type { Desk } from "./create-desk.ts";

/** Questions about now: answered from memory alone. */
export function createLiveDesk(desk: Desk) {
  const { catalog, shelf, now, simulated } = desk;

  /** What every answer about one corridor of money is made of, at one moment. */
  function knowledgeOf(corridor: Corridor, at: Date) {
    const book = shelf.book(corridorKey(corridor));
    const reference = shelf.references().rateAt(corridor.sendCurrency, corridor.receiveCurrency, at);
    const isRepresentative = desk.isRepresentative(corridor, at);
    return { book, reference, isRepresentative, context: createRankingContext(catalog, at) };
  }

  function horizonOf(books: readonly CorridorBook[], at: Date) {
    const context = createRankingContext(catalog, at);
    return {
      changesAt: earliest(books.map((book) => freshnessHorizon(book, context))),
      visitDue: earliest(books.map((book) => nextExpectedVisit(book, context))),
    };
  }

  /** What offers of one corridor are answered from, and how long such an answer holds. */
  function offersGround(corridor: Corridor, at: Date) {
    const known = knowledgeOf(corridor, at);
    const dataVersion = `${known.book.version.slice(0, 8)}${shelf.references().version.slice(0, 8)}`;
    const horizon = horizonOf([known.book], at);
    return {
      knowledge: { ...known, catalog, simulated, dataVersion, warnings: desk.warnings() },
      answered: <Answer>(answer: Answer) => desk.answered(answer, dataVersion, [corridorKey(corridor)], horizon),
    };
  }

  return {
    offers(question: OffersQuestion): Answered<OffersAnswer> {
      const at = now();
      const corridor = resolveCorridor(catalog, question);
      const ask = parseAsk(question, corridor);
      const { knowledge, answered } = offersGround(corridor, at);
      return answered(buildOffersAnswer(question, ask, knowledge));
    },

    widget(choice: CorridorChoice): Answered<WidgetAnswer> {
      const at = now();
      const corridor = resolveCorridor(catalog, choice);
      const { knowledge, answered } = offersGround(corridor, at);
      const config = catalog.corridorConfigs.get(corridor.id);
      const [first, ...others] = roundAmounts((config?.amounts ?? []).map(parseDecimal)).map((amount) => {
        const pay = decimalText(amount);
        const question = { ...choice, pay, receive: null, filters: noFilters, at: null };
        return buildOffersAnswer(question, { kind: "pay", amount }, knowledge);
      });
      if (first === undefined) throw new NotCoveredError(`No amounts are known for ${corridor.id}.`);
      const defaultPay = moneyText(desk.amountOf(corridor), corridor.sendCurrency);
      const receiveCurrencies = config?.receiveCurrencies ?? [];
      return answered(buildWidgetAnswer([first, ...others], { receiveCurrencies, defaultPay }));
    },

    corridors(question: CorridorsQuestion): Answered<CorridorsAnswer> {
      const at = now();
      for (const parameter of ["from", "to"] as const) {
        const country = question[parameter];
        if (country === undefined || catalog.isCountry(country)) continue;
        throw wrongParameter(parameter, `no ISO 3166-1 country: ${country}`);
      }
      const wanted = desk.corridors.filter(
        ({ sendCountry, receiveCountry }) =>
          (question.from === undefined || sendCountry === question.from) &&
          (question.to === undefined || receiveCountry === question.to),
      );
      const summarised = wanted.map((corridor) =>
        buildCorridorSummary({ ...knowledgeOf(corridor, at), amount: desk.amountOf(corridor) }),
      );
      const order = question.sort === "cost" ? byCost : byKey;
      const answer = {
        simulated,
        dataVersion: shelf.version(),
        corridors: summarised.sort(order).map(({ summary }) => summary),
        warnings: desk.warnings(),
      };
      const books = wanted.map((corridor) => shelf.book(corridorKey(corridor)));
      return desk.answered(answer, shelf.version(), wanted.map(corridorKey), horizonOf(books, at));
    },

    corridor(choice: CorridorChoice): Answered<CorridorAnswer> {
      const at = now();
      const first = resolveCorridor(catalog, choice);
      const config = catalog.corridorConfigs.get(first.id);
      if (config === undefined) throw new NotCoveredError(`There is no corridor ${first.id}.`);
      const wanted = config.receiveCurrencies
        .filter((currency) => choice.receiveCurrency === undefined || currency === choice.receiveCurrency)
        .map((receiveCurrency) => resolveCorridor(catalog, { ...choice, receiveCurrency }));
      const answer = {
        id: config.id,
        sendCountry: config.sendCountry,
        sendCurrency: config.sendCurrency,
        receiveCountry: config.receiveCountry,
        receiveCurrencies: config.receiveCurrencies,
        amounts: config.amounts.map((amount) => moneyText(parseDecimal(amount), config.sendCurrency)),
        senderLanguages: config.senderLanguages,
        simulated,
        dataVersion: shelf.version(),
        currencies: wanted.map((corridor) => buildMoneyCorridor({ ...knowledgeOf(corridor, at), catalog })),
        warnings: desk.warnings(),
      };
      const books = wanted.map((corridor) => shelf.book(corridorKey(corridor)));
      return desk.answered(answer, shelf.version(), wanted.map(corridorKey), horizonOf(books, at));
    },
  };
}

function earliest(times: readonly (Date | null)[]): Date | null {
  return times.reduce((first, time) => (first === null || (time !== null && time < first) ? time : first), null);
}

/** Cheapest median first; corridors without a figure last, by key. */
function byCost(a: Summarised, b: Summarised): number {
  return compareCosts(a.medianCost, b.medianCost) || byKey(a, b);
}

function compareCosts(a: Decimal | null, b: Decimal | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  return a.comparedTo(b);
}

function byKey(a: Summarised, b: Summarised): number {
  return corridorKey(a.summary.corridor) < corridorKey(b.summary.corridor) ? -1 : 1;
}
