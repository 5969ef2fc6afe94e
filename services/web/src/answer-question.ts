import { type Comparison, noFilters } from "@openremit/shared/comparison";
import type { OffersAnswer } from "@openremit/shared/contracts";
import { InputError, NoFreshDataError } from "@openremit/shared/domain";
import type { Logger } from "@openremit/shared/runtime";
import { mayBeThousands, type PageQuestion } from "./parse-question.ts";

/** What the page says: an answer, or in plain words why there is none. */
export interface PageAnswer {
  readonly status: number;
  readonly answer: OffersAnswer | null;
  readonly problem: string | null;
}

/** Asks the comparison what the form asks. Never throws: whatever goes wrong becomes a sentence. */
export async function answerQuestion(
  question: PageQuestion | null,
  comparison: Pick<Comparison, "offers">,
  logger: Logger,
): Promise<PageAnswer> {
  if (question === null) return problem(404, "We do not compare this corridor. Choose one above.");
  if (mayBeThousands(question)) return problem(400, "Please write thousands without a separator, such as 1000.");
  const { id, sendCurrency, receiveCurrency } = question.corridor;
  const asked = { corridorId: id, sendCurrency, receiveCurrency, pay: question.pay, receive: null };
  try {
    const { answer } = await comparison.offers({ ...asked, filters: noFilters, at: null });
    return { status: 200, answer, problem: null };
  } catch (error) {
    if (error instanceof InputError) {
      return problem(400, `Please write an amount such as 200 or 199.50. ${error.message}`);
    }
    const level = error instanceof NoFreshDataError ? "warn" : "error";
    logger[level]({ err: error }, "a question of the page failed");
    return problem(503, "The prices cannot be shown right now. Please try again in a minute.");
  }
}

function problem(status: number, words: string): PageAnswer {
  return { status, answer: null, problem: words };
}
