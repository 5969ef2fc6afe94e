import type { HistoryAnswer, IndexAnswer, OffersAnswer } from "../../contracts/index.ts";
import { corridorKey, dayOf, referenceIsRepresentative, wrongParameter } from "../../domain/index.ts";
import type { Answered } from "../answered.ts";
import { buildOffersAnswer } from "../answers/offers-answer.ts";
import { answerHistory } from "../history/answer-history.ts";
import { answerIndex } from "../history/answer-index.ts";
import { notePast } from "../history/note-past.ts";
import { parseAsk } from "../parse-ask.ts";
import { createRankingContext } from "../provider-at.ts";
import type { HistoryQuestion, IndexQuestion, OffersQuestion } from "../questions.ts";
import { noFilters } from "../rank/ask.ts";
import { rankCorridor } from "../rank/rank-corridor.ts";
import { medianMargin } from "../representative/median-margin.ts";
import { lookBackDays, readMarginDays } from "../representative/read-margin-days.ts";
import { resolveCorridor } from "../resolve-corridor.ts";
import type { Desk } from "./create-desk.ts";

/** Questions about the past: answered from PostgreSQL, through the same ranking as those about now. */
export function createHistoryDesk(desk: Desk) {
  const { catalog, past, now, simulated } = desk;
  const contextAt = (at: Date) => createRankingContext(catalog, at);

  /** A late record can still change the past, so an answer about it is kept no longer than any other. */
  function answered<Answer>(answer: Answer, version: string, corridorKeys: readonly string[] = []): Answered<Answer> {
    return desk.answered(answer, version, corridorKeys, { changesAt: null, visitDue: null });
  }

  async function offersAt(question: OffersQuestion): Promise<Answered<OffersAnswer>> {
    const at = question.at ?? now();
    if (at > now()) throw wrongParameter("at", "not in the future");
    const corridor = resolveCorridor(catalog, question);
    const ask = parseAsk(question, corridor);
    const [book, references] = await Promise.all([past.bookAt(corridor, at), past.referencesAt(at, lookBackDays)]);
    const reference = references.rateAt(corridor.sendCurrency, corridor.receiveCurrency, at);
    const context = contextAt(at);
    const amount = desk.amountOf(corridor);
    const days = await readMarginDays(corridor, amount, at, { past, references, contextAt });
    const ranked = rankCorridor(book, { kind: "pay", amount }, noFilters, context).ranked;
    const margin = reference.value === null ? null : medianMargin(ranked, reference.value);
    const today = margin === null ? [] : [{ day: dayOf(at), medianMarginPct: margin }];
    const isRepresentative = referenceIsRepresentative([...days, ...today]);
    const dataVersion = `${book.version.slice(0, 8)}${references.version.slice(0, 8)}`;
    const knowledge = { catalog, book, reference, isRepresentative, context, simulated, dataVersion, warnings: [] };
    return answered(buildOffersAnswer(question, ask, knowledge), dataVersion, [corridorKey(corridor)]);
  }

  async function history(question: HistoryQuestion): Promise<Answered<HistoryAnswer>> {
    const corridor = resolveCorridor(catalog, question);
    const noted = notePast(past);
    const answer = await answerHistory(question, { catalog, past: noted.past, now: now(), simulated });
    return answered(answer, noted.version(), [corridorKey(corridor)]);
  }

  async function index(question: IndexQuestion): Promise<Answered<IndexAnswer>> {
    const key = corridorKey(resolveCorridor(catalog, question));
    const noted = notePast(past);
    const answer = await answerIndex(question, { catalog, ...noted, now: now(), simulated });
    return answered(answer, answer.dataVersion, [key]);
  }

  return { offersAt, history, index, answered };
}
