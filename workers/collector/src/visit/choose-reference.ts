import {
  type Decimal,
  type RateKnowledge,
  type RateQuestion,
  type RateRow,
  selectReferenceRate,
} from "@openremit/shared/domain";

/** The reference rates known so far, for the plausibility check and for how far back a rate source must be asked. */
export interface KnownRates {
  readonly rateRows: readonly RateRow[];
  /** What is chosen from these rows, where many visits share the choice. Left out: each visit chooses for itself. */
  readonly referenceFor?: ReferenceFor;
}

/** The mid-market rate by METHOD 4, or null where there is none. */
export type ReferenceFor = (question: RateQuestion) => Decimal | null;

/** Publications come out on the minute (`HH:MM`), so within a minute the same rows give the same rate. */
const minuteMs = 60_000;

/** Chooses from what is known, once for a pair and a minute: the quotes of many visits are held against the same few. */
export function createReferenceFor(knowledge: RateKnowledge): ReferenceFor {
  const chosen = new Map<string, Decimal | null>();
  let chosenIn: number | null = null;
  return (question) => {
    const minute = Math.floor(question.at.getTime() / minuteMs);
    if (minute !== chosenIn) chosen.clear();
    chosenIn = minute;
    const pair = `${question.base}/${question.quote}`;
    const known = chosen.get(pair);
    if (known !== undefined) return known;
    const { value } = selectReferenceRate(question, knowledge);
    chosen.set(pair, value);
    return value;
  };
}
